import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Append-only, one hash chain per stream; number, moment and hashes are filled in by the database. */
export const events = pgTable(
  "events",
  {
    stream: text().notNull(),
    number: integer().notNull(),
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().unique(),
    type: text().notNull(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    personId: uuid("person_id"),
    organisationId: uuid("organisation_id"),
    applicationId: uuid("application_id"),
    /** Version of the application after this event; only for a change of state. */
    applicationVersion: integer("application_version"),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    previousHash: bytea("previous_hash").notNull(),
    hash: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stream, t.number] }),
    uniqueIndex("events_one_per_move")
      .on(t.applicationId, t.applicationVersion)
      .where(sql`${t.applicationVersion} is not null`),
    index("events_application").on(t.applicationId, t.number),
    index("events_at").on(t.at, t.id),
    index("events_type").on(t.type, t.at, t.id),
    index("events_person").on(t.personId, t.at, t.id).where(sql`${t.personId} is not null`),
  ],
);

export const eventHeads = pgTable("event_heads", {
  stream: text().primaryKey(),
  number: integer().notNull(),
  hash: bytea().notNull(),
});

/** Append-only: once a day the root of all heads at the start of that day; public, so that others can keep it. */
export const anchors = pgTable(
  "anchors",
  {
    day: date().primaryKey(),
    /** The moment up to which events count. */
    at: instant("at").notNull(),
    streams: integer().notNull(),
    events: bigint({ mode: "number" }).notNull(),
    /** SHA-256, hexadecimal, over the lines that `lib/audit/heads.ts` describes. */
    root: text().notNull(),
    madeAt: instant("made_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    check("anchors_root", sql`${t.root} ~ '^[0-9a-f]{64}$'`),
    check("anchors_events", sql`${t.events} > 0`),
  ],
);

/** Append-only: each file of heads that was sent to a place outside the portal; each goes on where the last ended. */
export const sentHeads = pgTable(
  "sent_heads",
  {
    at: instant("at").primaryKey(),
    /** The moment of the file before; null for the first, which has every head. */
    since: instant("since").references((): AnyPgColumn => sentHeads.at),
    name: text().notNull().unique(),
    streams: integer().notNull(),
    events: bigint({ mode: "number" }).notNull(),
    root: text().notNull(),
    sentAt: instant("sent_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    check("sent_heads_root", sql`${t.root} ~ '^[0-9a-f]{64}$'`),
    unique("sent_heads_no_fork").on(t.since).nullsNotDistinct(),
    check("sent_heads_order", sql`${t.since} < ${t.at}`),
  ],
);
