import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import type { IntentionKind } from "@/lib/decisions/hearing";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { people } from "./identity";

/**
 * An intended refusal or lowering, announced to the employer before it is proposed (Awb 4:7, 4:8), with the response.
 */
export const intentions = pgTable(
  "intentions",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").notNull(),
    kind: text().$type<IntentionKind>().notNull(),
    /**
     * For a refusal the version after the announcement; for a lowering the version of the decision that it is about.
     */
    applicationVersion: integer("application_version").notNull(),
    grounds: text().array().notNull(),
    explanation: text().notNull(),
    /** What stays of each trajectory after the lowering; a trajectory that is not in it is dropped. */
    kept: jsonb().$type<TrajectoryAmount[]>(),
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
    /** When the intention was dropped. */
    droppedAt: instant("dropped_at"),
  },
  (t) => [
    uniqueIndex("intentions_one_per_version")
      .on(t.applicationId, t.applicationVersion)
      .where(sql`${t.kind} = 'refusal'`),
    uniqueIndex("intentions_one_open")
      .on(t.applicationId)
      .where(sql`${t.respondedAt} is null and ${t.lapsedAt} is null and ${t.droppedAt} is null`),
    index("intentions_until")
      .on(t.untilOn, t.id)
      .where(sql`${t.respondedAt} is null and ${t.lapsedAt} is null and ${t.droppedAt} is null`),
    index("intentions_heard")
      .on(t.untilOn, t.id)
      .where(
        sql`${t.kind} = 'lowering' and ${t.droppedAt} is null and (${t.respondedAt} is not null or ${t.lapsedAt} is not null)`,
      ),
    check("intentions_kind_known", sql`${t.kind} in ('refusal', 'lowering')`),
    check("intentions_kept", sql`(${t.kind} = 'lowering') = (${t.kept} is not null)`),
    check("intentions_reasoned", sql`cardinality(${t.grounds}) > 0 and ${t.explanation} <> ''`),
    check(
      "intentions_answered_whole",
      sql`num_nonnulls(${t.response}, ${t.respondedBy}, ${t.respondedAt}) in (0, 3)`,
    ),
    check("intentions_one_end", sql`num_nonnulls(${t.respondedAt}, ${t.lapsedAt}) <= 1`),
    check("intentions_drop_lowering", sql`${t.droppedAt} is null or ${t.kind} = 'lowering'`),
  ],
);
