import { sql } from "drizzle-orm";
import {
  char,
  check,
  date,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ASSURANCES, STAFF_ROLES } from "@/lib/actor";
import { DUTIES } from "@/lib/auth/duty";
import { PERSON_KINDS } from "@/lib/auth/person-kind";
import { id, instant } from "./columns";

export const personKind = pgEnum("person_kind", PERSON_KINDS);
export const staffRole = pgEnum("staff_role", STAFF_ROLES);
export const duty = pgEnum("duty", DUTIES);
export const assurance = pgEnum("assurance", ASSURANCES);

/** Anyone in the trade register who applies, or for whom an intermediary does. */
export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    kvkNumber: char("kvk_number", { length: 8 }).notNull().unique(),
    legalName: text("legal_name").notNull(),
  },
  (t) => [
    check("organisations_kvk_number_digits", sql`${t.kvkNumber} ~ '^[0-9]{8}$'`),
    check("organisations_legal_name_filled", sql`length(btrim(${t.legalName})) > 0`),
  ],
);

/** Known by the pseudonym that their own provider gives: never by a citizen service number. */
export const people = pgTable(
  "people",
  {
    id: id(),
    kind: personKind().notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    name: text().notNull(),
  },
  (t) => [unique("people_issuer_subject").on(t.issuer, t.subject)],
);

/** The organisation whose own means of sign-in the person uses. */
export const employments = pgTable(
  "employments",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
  },
  (t) => [index("employments_organisation").on(t.organisationId)],
);

/** Another organisation on whose behalf the person may act, up to and including `validUntil`. */
export const mandates = pgTable(
  "mandates",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    validUntil: date("valid_until"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.organisationId] }),
    index("mandates_organisation").on(t.organisationId),
  ],
);

/** What staff may do. A person holds one duty: the migration excludes two of them. */
export const staffRoles = pgTable(
  "staff_roles",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    role: staffRole().notNull(),
    duty: duty()
      .notNull()
      .generatedAlwaysAs(
        sql`case role when 'budget_holder' then 'budget'::duty when 'auditor' then 'audit'::duty else 'case'::duty end`,
      ),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

/** An employer that a member of staff belongs to as well, and whose cases are therefore never theirs. */
export const staffInterests = pgTable(
  "staff_interests",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kvkNumber: char("kvk_number", { length: 8 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kvkNumber] }),
    index("staff_interests_kvk_number").on(t.kvkNumber),
    check("staff_interests_kvk_number_digits", sql`${t.kvkNumber} ~ '^[0-9]{8}$'`),
  ],
);

/** Somebody signed in: a row that can be ended. The browser's token is kept only as its SHA-256. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tokenHash: char("token_hash", { length: 64 }).notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** On whose behalf: only employers have one. */
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "restrict" }),
    assurance: assurance(),
    authenticatedAt: instant("authenticated_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** What the provider wants back when its own session must end too. */
    idToken: text("id_token"),
  },
  (t) => [
    uniqueIndex("sessions_token_hash").on(t.tokenHash),
    index("sessions_person").on(t.personId),
    index("sessions_organisation").on(t.organisationId),
    index("sessions_expires_at").on(t.expiresAt),
    check("sessions_employer_whole", sql`(${t.organisationId} is null) = (${t.assurance} is null)`),
    check(
      "sessions_in_order",
      sql`${t.authenticatedAt} <= ${t.lastSeenAt} and ${t.lastSeenAt} <= ${t.expiresAt}`,
    ),
  ],
);
