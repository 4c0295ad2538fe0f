import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ChangeKind, Figure } from "@/lib/budget/change-kind";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { budgetLines, ceilings } from "./budget";
import { id, instant, money } from "./columns";
import { people } from "./identity";

/**
 * A change of one ceiling: proposed by one budget holder, confirmed or turned down by another. The database applies it
 * when it is confirmed, and keeps the old ceiling for applications filed before (Awb 4:27(2)).
 */
export const ceilingChanges = pgTable(
  "ceiling_changes",
  {
    id: id(),
    lineId: text("line_id")
      .notNull()
      .references(() => budgetLines.id, { onDelete: "restrict" }),
    year: integer().notNull(),
    kind: text().$type<ChangeKind>().notNull(),
    /** Null when the year had no ceiling yet. */
    fromCents: money("from_cents"),
    toCents: money("to_cents").notNull(),
    /** Of a release: the day from which the earmark is free for everyone. */
    releasesOn: date("releases_on"),
    /** Of a transfer: the ceiling that receives the money; of its other side: the ceiling that gives it. */
    targetLineId: text("target_line_id").$type<LineId>(),
    targetYear: integer("target_year"),
    /** Of a resolution: the total that binds. */
    figure: text().$type<Figure>(),
    reason: text().notNull(),
    publication: text().notNull(),
    publishedOn: date("published_on").notNull(),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    proposedAt: instant("proposed_at").notNull().default(sql`portal_now()`),
    confirmedBy: uuid("confirmed_by").references(() => people.id, { onDelete: "restrict" }),
    confirmedAt: instant("confirmed_at"),
    rejectedBy: uuid("rejected_by").references(() => people.id, { onDelete: "restrict" }),
    rejectedAt: instant("rejected_at"),
  },
  (t) => [
    uniqueIndex("ceiling_changes_one_open")
      .on(t.lineId, t.year)
      .where(sql`${t.confirmedBy} is null and ${t.rejectedBy} is null`),
    index("ceiling_changes_line_year").on(t.lineId, t.year),
    check(
      "ceiling_changes_kind",
      sql`case ${t.kind} when 'set' then ${t.fromCents} is null when 'raise' then ${t.toCents} > ${t.fromCents}
        when 'lower' then ${t.toCents} < ${t.fromCents} when 'release' then ${t.toCents} = ${t.fromCents}
        when 'transfer' then ${t.toCents} < ${t.fromCents} when 'receive' then ${t.toCents} > ${t.fromCents}
        when 'resolve' then ${t.fromCents} is not null else false end is true`,
    ),
    foreignKey({
      name: "ceiling_changes_target",
      columns: [t.targetLineId, t.targetYear],
      foreignColumns: [ceilings.lineId, ceilings.year],
    }).onDelete("restrict"),
    check(
      "ceiling_changes_between_two",
      sql`num_nonnulls(${t.targetLineId}, ${t.targetYear}) = case when ${t.kind} in ('transfer', 'receive') then 2 else 0 end
        and (${t.targetLineId}, ${t.targetYear}) is distinct from (${t.lineId}, ${t.year})`,
    ),
    check("ceiling_changes_not_negative", sql`${t.toCents} >= 0`),
    check("ceiling_changes_release", sql`(${t.kind} = 'release') = (${t.releasesOn} is not null)`),
    check(
      "ceiling_changes_figure",
      sql`(${t.kind} = 'resolve') = coalesce(${t.figure} in ('printed', 'added_up'), false)`,
    ),
    check("ceiling_changes_reasoned", sql`${t.reason} <> '' and ${t.publication} <> ''`),
    check("ceiling_changes_by_another", sql`${t.confirmedBy} <> ${t.proposedBy}`),
    check(
      "ceiling_changes_settled_whole",
      sql`num_nonnulls(${t.confirmedBy}, ${t.confirmedAt}) in (0, 2) and num_nonnulls(${t.rejectedBy}, ${t.rejectedAt}) in (0, 2)
        and num_nonnulls(${t.confirmedBy}, ${t.rejectedBy}) <= 1`,
    ),
  ],
);
