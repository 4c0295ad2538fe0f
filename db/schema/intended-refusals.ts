import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { people } from "./identity";

/** What we mean to refuse and why, told to the employer before it is proposed (Awb 4:7), with what he says to it. */
export const intendedRefusals = pgTable(
  "intended_refusals",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").notNull(),
    /** Version that the move brought the application to. */
    applicationVersion: integer("application_version").notNull(),
    grounds: text().array().notNull(),
    explanation: text().notNull(),
    /** Last day to respond. */
    untilOn: date("until_on").notNull(),
    intendedBy: uuid("intended_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    intendedAt: instant("intended_at").notNull().default(sql`portal_now()`),
    response: text(),
    respondedBy: uuid("responded_by").references(() => people.id, { onDelete: "restrict" }),
    respondedAt: instant("responded_at"),
    lapsedAt: instant("lapsed_at"),
  },
  (t) => [
    unique("intended_refusals_one_per_version").on(t.applicationId, t.applicationVersion),
    index("intended_refusals_until")
      .on(t.untilOn)
      .where(sql`${t.respondedAt} is null and ${t.lapsedAt} is null`),
    check("intended_refusals_reasoned", sql`cardinality(${t.grounds}) > 0 and ${t.explanation} <> ''`),
    check(
      "intended_refusals_answered_whole",
      sql`num_nonnulls(${t.response}, ${t.respondedBy}, ${t.respondedAt}) in (0, 3)`,
    ),
    check("intended_refusals_one_end", sql`num_nonnulls(${t.respondedAt}, ${t.lapsedAt}) <= 1`),
  ],
);
