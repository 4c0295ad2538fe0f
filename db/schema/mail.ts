import { sql } from "drizzle-orm";
import { foreignKey, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { MAIL_KINDS } from "@/lib/mail/job";
import { applications } from "./applications";
import { instant } from "./columns";

export const mailKind = pgEnum("mail_kind", MAIL_KINDS);
export const mailOutcome = pgEnum("mail_outcome", ["sent", "refused"]);

/** Append-only: one row for every message that left, so that none leaves twice; the address is a keyed hash. */
export const sentMails = pgTable(
  "sent_mails",
  {
    kind: mailKind().notNull(),
    applicationId: uuid("application_id").notNull(),
    applicationVersion: integer("application_version").notNull(),
    recipientKey: text("recipient_key").notNull(),
    outcome: mailOutcome().notNull(),
    at: instant("at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    primaryKey({
      name: "sent_mails_once",
      columns: [t.applicationId, t.applicationVersion, t.kind, t.recipientKey],
    }),
    foreignKey({ columns: [t.applicationId], foreignColumns: [applications.id] }).onDelete("restrict"),
  ],
);
