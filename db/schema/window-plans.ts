import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import type { TermFrom } from "@/lib/vocabulary/term-from";
import type { PlanState } from "@/lib/windows/plan";
import { ceilings, distribution, PUBLICATION_NUMBER, rulesVersions, scheme, windows } from "./budget";
import { id, instant, money } from "./columns";
import { people } from "./identity";

/**
 * A window plan: written by budget holders, proposed by one, published by another. The database makes the window when
 * it is published; from then on neither the plan nor the window changes (Awb 4:26).
 */
export const windowPlans = pgTable(
  "window_plans",
  {
    id: id(),
    state: text().$type<PlanState>().notNull().default("draft"),
    /** Increases with each edit, so that nobody proposes or overwrites a text that they did not see. */
    revision: integer().notNull().default(1),
    scheme: scheme().notNull(),
    year: integer().notNull(),
    opensAt: instant("opens_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    distribution: distribution().notNull(),
    decisionWeeks: integer("decision_weeks").notNull(),
    termFrom: text("term_from").$type<TermFrom>().notNull(),
    reserveUntil: date("reserve_until"),
    rulesVersion: text("rules_version")
      .notNull()
      .references(() => rulesVersions.id, { onDelete: "restrict" }),
    /** The ceiling that is made known with the window: of this line and year, at the time of the edit. */
    lineId: text("line_id").$type<LineId>().notNull(),
    ceilingCents: money("ceiling_cents").notNull(),
    /** The publication in the Staatscourant, "Stcrt. 2026, 12345". */
    publication: text().notNull(),
    publishedOn: date("published_on").notNull(),
    writtenBy: uuid("written_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    writtenAt: instant("written_at").notNull().default(sql`portal_now()`),
    proposedBy: uuid("proposed_by").references(() => people.id, { onDelete: "restrict" }),
    proposedAt: instant("proposed_at"),
    settledBy: uuid("settled_by").references(() => people.id, { onDelete: "restrict" }),
    settledAt: instant("settled_at"),
    windowId: text("window_id")
      .unique()
      .references(() => windows.id, { onDelete: "restrict" }),
  },
  (t) => [
    foreignKey({ columns: [t.lineId, t.year], foreignColumns: [ceilings.lineId, ceilings.year] }).onDelete(
      "restrict",
    ),
    index("window_plans_state").on(t.state, t.writtenAt),
    check("window_plans_state_known", sql`${t.state} in ('draft', 'proposed', 'published', 'dropped')`),
    check("window_plans_open_before_close", sql`${t.opensAt} < ${t.closesAt}`),
    check("window_plans_weeks", sql`${t.decisionWeeks} between 1 and 52`),
    check("window_plans_made_known", sql.raw(`publication ~ '${PUBLICATION_NUMBER}'`)),
    check("window_plans_by_another", sql`${t.state} <> 'published' or ${t.settledBy} <> ${t.proposedBy}`),
    check(
      "window_plans_whole",
      sql`(${t.state} in ('proposed', 'published')) = (num_nonnulls(${t.proposedBy}, ${t.proposedAt}) = 2)
        and num_nonnulls(${t.proposedBy}, ${t.proposedAt}) in (0, 2)
        and (${t.state} in ('published', 'dropped')) = (num_nonnulls(${t.settledBy}, ${t.settledAt}) = 2)
        and num_nonnulls(${t.settledBy}, ${t.settledAt}) in (0, 2)
        and (${t.state} = 'published') = (${t.windowId} is not null)`,
    ),
  ],
);
