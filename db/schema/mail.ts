import { sql } from "drizzle-orm";
import { foreignKey, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { instant } from "./columns";

export const mailOutcome = pgEnum("mail_outcome", ["sent", "refused"]);

/** Append-only: one row for every sent message, so that none is sent twice; the address is a keyed hash. */
export const sentMails = pgTable(
  "sent_mails",
  {
    applicationId: uuid("application_id").notNull(),
    /** Its subject within the application: `lib/outbox/mail-job.ts`. */
    occasion: text().notNull(),
    recipientKey: text("recipient_key").notNull(),
    outcome: mailOutcome().notNull(),
    at: instant("at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    primaryKey({ name: "sent_mails_once", columns: [t.applicationId, t.occasion, t.recipientKey] }),
    foreignKey({ columns: [t.applicationId], foreignColumns: [applications.id] }).onDelete("restrict"),
  ],
);
