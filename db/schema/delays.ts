import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { people } from "./identity";

const ofApplication = () =>
  uuid("application_id")
    .notNull()
    .references(() => applications.id, { onDelete: "restrict" });

/** Notices of delay (Awb 4:14): append-only. */
export const delayNotices = pgTable(
  "delay_notices",
  {
    id: id(),
    applicationId: ofApplication(),
    organisationId: uuid("organisation_id").notNull(),
    /** Last day by law at the time of the notice, which does not move it. */
    dueOn: date("due_on").notNull(),
    /** The day by which the decision is expected. */
    expectedOn: date("expected_on").notNull(),
    reason: text().notNull(),
    toldBy: uuid("told_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    toldAt: instant("told_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    index("delay_notices_application").on(t.applicationId, t.toldAt),
    unique("delay_notices_each_later").on(t.applicationId, t.expectedOn),
    check("delay_notices_later", sql`${t.expectedOn} > ${t.dueOn}`),
    check("delay_notices_reasoned", sql`${t.reason} <> ''`),
  ],
);

/** Notices of default (Awb 4:17): one for each term of an application, append-only. */
export const defaultNotices = pgTable(
  "default_notices",
  {
    id: id(),
    applicationId: ofApplication(),
    organisationId: uuid("organisation_id").notNull(),
    /** The last day to decide that had passed, which the database writes: it names the term. */
    dueOn: date("due_on").notNull(),
    /** Day of receipt: the database's when it was given in the portal, else as written on the letter. */
    receivedOn: date("received_on").notNull(),
    /** The person of the employer, or the official who entered the letter. */
    recordedBy: uuid("recorded_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    recordedAt: instant("recorded_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    unique("default_notices_one_of_a_term").on(t.applicationId, t.dueOn),
    index("default_notices_received").on(t.receivedOn),
    check("default_notices_after_term", sql`${t.receivedOn} > ${t.dueOn}`),
  ],
);
