import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { SUSPENSION_GROUNDS } from "@/lib/vocabulary/suspension-grounds";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { people } from "./identity";

/** Suspensions of the term for a decision besides requests to complete (Awb 4:15); each ends once. */
export const suspensions = pgTable(
  "suspensions",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").notNull(),
    ground: text({ enum: SUSPENSION_GROUNDS }).notNull(),
    reason: text().notNull(),
    /** The day of the database: the term is suspended from the next day. */
    startedOn: date("started_on").notNull(),
    /** The day from which the term runs again at the latest. */
    resumesOn: date("resumes_on").notNull(),
    startedBy: uuid("started_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    startedAt: instant("started_at").notNull().default(sql`portal_now()`),
    /** The day from which it ran again, when that was earlier. */
    endedOn: date("ended_on"),
    /** The day on which its employer was asked whether to wait longer. */
    askedOn: date("asked_on"),
    endedBy: uuid("ended_by").references(() => people.id, { onDelete: "restrict" }),
  },
  (t) => [
    uniqueIndex("suspensions_one_open").on(t.applicationId).where(sql`${t.endedOn} is null`),
    index("suspensions_application").on(t.applicationId, t.startedAt),
    index("suspensions_resumes").on(t.resumesOn, t.id).where(sql`${t.endedOn} is null`),
    index("suspensions_to_ask")
      .on(t.id)
      .where(sql`${t.ground} = 'wait' and ${t.endedOn} is null and ${t.askedOn} is null`),
    check("suspensions_asked_to_wait", sql`${t.askedOn} is null or ${t.ground} = 'wait'`),
    check(
      "suspensions_ground_known",
      sql.raw(`ground in (${SUSPENSION_GROUNDS.map((it) => `'${it}'`).join(", ")})`),
    ),
    check("suspensions_reasoned", sql`${t.reason} <> ''`),
    check("suspensions_ahead", sql`${t.resumesOn} > ${t.startedOn}`),
    check("suspensions_ended_whole", sql`num_nonnulls(${t.endedOn}, ${t.endedBy}) in (0, 2)`),
    check("suspensions_ended_between", sql`${t.endedOn} between ${t.startedOn} and ${t.resumesOn}`),
  ],
);
