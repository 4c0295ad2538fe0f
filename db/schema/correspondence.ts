import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { MESSAGE_KINDS } from "@/lib/correspondence/message";
import { SIDES } from "@/lib/correspondence/question";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { people } from "./identity";

const ofApplication = () =>
  uuid("application_id")
    .notNull()
    .references(() => applications.id, { onDelete: "restrict" });
const byPerson = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id, { onDelete: "restrict" });
const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(", ")})`);

/** Append-only: formal messages, placed by the database with the row that they are about. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    applicationId: ofApplication(),
    organisationId: uuid("organisation_id").notNull(),
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    about: text().notNull(),
    placedAt: instant("placed_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    unique("messages_once").on(t.applicationId, t.kind, t.about),
    index("messages_organisation").on(t.organisationId, t.placedAt),
    check("messages_kind_known", oneOf("kind", MESSAGE_KINDS)),
  ],
);

/** Append-only: the first reading of a message, with person and moment. */
export const messageReads = pgTable(
  "message_reads",
  {
    messageId: uuid("message_id").primaryKey(),
    organisationId: uuid("organisation_id").notNull(),
    personId: byPerson("person_id"),
    readAt: instant("read_at").notNull().default(sql`portal_now()`),
  },
  (t) => [foreignKey({ columns: [t.messageId], foreignColumns: [messages.id] }).onDelete("restrict")],
);

/** Append-only: questions and answers between employer and reviewer, sealed; the caller makes the key. */
export const questions = pgTable(
  "questions",
  {
    id: uuid().primaryKey(),
    applicationId: ofApplication(),
    organisationId: uuid("organisation_id").notNull(),
    side: text({ enum: SIDES }).notNull(),
    personId: byPerson("person_id"),
    words: text().notNull(),
    at: instant("at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    index("questions_application").on(t.applicationId, t.at),
    check("questions_side_known", oneOf("side", SIDES)),
  ],
);

/** Append-only: contact persons named after filing, sealed; the newest count. */
export const contactChanges = pgTable(
  "contact_changes",
  {
    id: id(),
    applicationId: ofApplication(),
    organisationId: uuid("organisation_id").notNull(),
    contacts: text().notNull(),
    changedBy: byPerson("changed_by"),
    changedAt: instant("changed_at").notNull().default(sql`portal_now()`),
  },
  (t) => [index("contact_changes_application").on(t.applicationId, t.changedAt)],
);

/** Append-only: the agreed text of each declaration, with person and moment. */
export const agreedDeclarations = pgTable(
  "agreed_declarations",
  {
    applicationId: ofApplication(),
    answersVersion: integer("answers_version").notNull(),
    name: text().notNull(),
    organisationId: uuid("organisation_id").notNull(),
    textVersion: text("text_version").notNull(),
    textHash: text("text_hash").notNull(),
    personId: byPerson("person_id"),
    agreedAt: instant("agreed_at").notNull().default(sql`portal_now()`),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.answersVersion, t.name] })],
);
