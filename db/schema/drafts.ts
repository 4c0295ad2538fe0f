import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { organisations, people } from "./identity";

/**
 * Kept answers: typed in a part after the session had ended, sealed, for that person only, until they sign in again.
 */
export const keptAnswers = pgTable(
  "kept_answers",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    part: text().notNull(),
    answers: text().notNull(),
    keptAt: instant("kept_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.applicationId, t.part] }),
    index("kept_answers_application").on(t.applicationId),
    index("kept_answers_moment").on(t.keptAt),
  ],
);

/** Invitations of colleagues to a draft: the address sealed, once per draft. An invitation gives no access. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    recipient: text().notNull(),
    recipientKey: text("recipient_key").notNull(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    invitedAt: instant("invited_at").notNull().default(sql`portal_now()`),
  },
  (t) => [unique("invitations_once").on(t.applicationId, t.recipientKey)],
);

/** Append-only: reminders of a draft by days before its window closes, so that each is requested once. */
export const draftReminders = pgTable(
  "draft_reminders",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    daysBefore: integer("days_before").notNull(),
    askedAt: instant("asked_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    primaryKey({ name: "draft_reminders_once", columns: [t.applicationId, t.daysBefore] }),
    check("draft_reminders_before", sql`${t.daysBefore} > 0`),
  ],
);
