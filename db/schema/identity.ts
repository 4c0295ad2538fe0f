import { sql } from "drizzle-orm";
import {
  char,
  check,
  customType,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ASSURANCES, STAFF_ROLES } from "@/lib/actor";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/i18n/locale";
import { id, instant } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const personKind = pgEnum("person_kind", ["employer", "staff"]);
export const staffRole = pgEnum("staff_role", STAFF_ROLES);
export const assurance = pgEnum("assurance", ASSURANCES);

/** Compared byte by byte, so that words with the same beginning are adjacent, whatever the locale of the server. */
const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

const kvkNumber = () => char("kvk_number", { length: 8 }).notNull();

export const organisations = pgTable(
  "organisations",
  { id: id(), kvkNumber: kvkNumber().unique(), legalName: text("legal_name").notNull() },
  (t) => [check("organisations_kvk_number", sql`${t.kvkNumber} ~ '^[0-9]{8}$'`)],
);

/** Every person who ever signed in, by the provider's pseudonym. */
export const people = pgTable(
  "people",
  {
    id: id(),
    kind: personKind().notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    name: text().notNull(),
    /** The language chosen on screen, also for mail. */
    locale: text({ enum: LOCALES }).notNull().default(DEFAULT_LOCALE),
  },
  (t) => [
    unique("people_by_provider").on(t.issuer, t.subject),
    index("people_name").on(sql`lower(${t.name})`),
    check(
      "people_known_locale",
      sql`${t.locale} in ${sql.raw(`(${LOCALES.map((locale) => `'${locale}'`).join(", ")})`)}`,
    ),
  ],
);

const person = () =>
  uuid("person_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });
/**
 * Each word of an employer's name, in lower case and without accents, with all of them in order, for search by the
 * beginning of a word. Kept by triggers.
 */
export const employerWords = pgTable(
  "employer_words",
  {
    word: plainText().notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    words: plainText().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.word, t.organisationId] }),
    index("employer_words_organisation").on(t.organisationId),
  ],
);

/** `duty` groups roles; one person has one duty, so that nobody who sets a ceiling decides a case. */
export const staffRoles = pgTable(
  "staff_roles",
  {
    personId: person(),
    role: staffRole().notNull(),
    duty: text()
      .notNull()
      .generatedAlwaysAs(
        sql`case when role in ('reviewer', 'decider') then 'cases' when role = 'budget_holder' then 'budget' else 'audit' end`,
      ),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

/** Employers that an official belongs to, and so may not handle. */
export const staffInterests = pgTable(
  "staff_interests",
  { personId: person(), kvkNumber: kvkNumber() },
  (t) => [primaryKey({ columns: [t.personId, t.kvkNumber] })],
);

/**
 * A sign-in that can be ended; only the SHA-256 of the token is stored. The rights of an employer follow from it: one
 * represented organisation, at one level of assurance, as the broker said.
 */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tokenHash: bytea("token_hash").notNull().unique(),
    personId: person(),
    /** The represented organisation; empty for staff. */
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "cascade" }),
    assurance: assurance(),
    /** KVK number of the intermediary that a chain mandate was given to. */
    intermediaryKvkNumber: char("intermediary_kvk_number", { length: 8 }),
    /** Number of the one branch that the mandate is for. */
    branchNumber: char("branch_number", { length: 12 }),
    idToken: text("id_token"),
    authenticatedAt: instant("authenticated_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("sessions_person").on(t.personId),
    index("sessions_expiry").on(t.expiresAt),
    check("sessions_level_of_employer", sql`(${t.organisationId} is null) = (${t.assurance} is null)`),
    check(
      "sessions_represented",
      sql`${t.organisationId} is not null or (${t.intermediaryKvkNumber} is null and ${t.branchNumber} is null)`,
    ),
    check("sessions_intermediary_kvk_number", sql`${t.intermediaryKvkNumber} ~ '^[0-9]{8}$'`),
    check("sessions_branch_number", sql`${t.branchNumber} ~ '^[0-9]{12}$'`),
  ],
);
