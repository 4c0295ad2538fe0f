import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { DISTRIBUTIONS } from "@/lib/vocabulary/distribution";
import { SCHEMES, TRACKS } from "@/lib/vocabulary/scheme";
import { TERM_FROMS } from "@/lib/vocabulary/term-from";
import { id, instant, money } from "./columns";

export const scheme = pgEnum("scheme", SCHEMES);
export const track = pgEnum("track", TRACKS);

/** Node of the budget tree; `path` is itself and its ancestors up to the root, filled in by the database. */
export const budgetLines = pgTable("budget_lines", {
  id: text().primaryKey(),
  parentId: text("parent_id").references((): AnyPgColumn => budgetLines.id, { onDelete: "restrict" }),
  path: text().array().notNull(),
  position: integer().notNull(),
  scheme: scheme(),
  earmark: track(),
  municipal: boolean().notNull().default(false),
});

/** The most that one line may commit in one year. No row is no ceiling: a blank year is not zero. */
export const ceilings = pgTable(
  "ceilings",
  {
    lineId: text("line_id")
      .notNull()
      .references(() => budgetLines.id, { onDelete: "restrict" }),
    year: integer().notNull(),
    ceilingCents: money("ceiling_cents").notNull(),
    committedCents: money("committed_cents").notNull().default(sql`0`),
    /** Unused part of earmarks below this line that are not released yet. */
    reservedCents: money("reserved_cents").notNull().default(sql`0`),
    /** The highest ceiling of this year that still counts for applications filed before it was lowered (Awb 4:27(2)). */
    owedCents: money("owed_cents"),
    /** Committed past the ceiling after an upheld objection (Awb 4:25(3)); does not count on the ceiling. */
    objectionCents: money("objection_cents").notNull().default(sql`0`),
    releasesOn: date("releases_on"),
    source: text().notNull(),
    decidedBy: text("decided_by").notNull(),
    publishedOn: date("published_on"),
    isExample: boolean("is_example").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.lineId, t.year] }),
    check(
      "ceilings_not_negative",
      sql`${t.ceilingCents} >= 0 and ${t.committedCents} >= 0 and ${t.reservedCents} >= 0 and ${t.objectionCents} >= 0`,
    ),
    check(
      "ceilings_committed_within_ceiling",
      sql`${t.committedCents} + ${t.reservedCents} <= greatest(${t.ceilingCents}, ${t.owedCents})`,
    ),
  ],
);

export const ENTRY_KINDS = ["commitment", "release", "objection"] as const;
export const entryKind = pgEnum("entry_kind", ENTRY_KINDS);

/**
 * Append-only bookings: a commitment (above zero), a release (below zero), or a commitment past the ceiling after an
 * upheld objection (below zero when that is lowered again; Awb 4:25(3)).
 */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    id: id(),
    lineId: text("line_id").notNull(),
    /** Year of the ceiling that it counts on: that of the application's window (Awb 4:27(1)). */
    year: integer().notNull(),
    kind: entryKind().notNull(),
    amountCents: money("amount_cents").notNull(),
    applicationId: uuid("application_id").notNull(),
    decisionId: uuid("decision_id"),
    trajectory: integer().notNull(),
    at: instant("at").notNull().default(sql`portal_now()`),
    /** Year in which it was booked, for the department's accounts; reported only. */
    budgetYear: integer("budget_year")
      .notNull()
      .generatedAlwaysAs(sql`extract(year from legal_day("at"))::integer`),
    byPersonId: uuid("by_person_id"),
  },
  (t) => [
    foreignKey({ columns: [t.lineId, t.year], foreignColumns: [ceilings.lineId, ceilings.year] }).onDelete(
      "restrict",
    ),
    index("ledger_entries_line_year").on(t.lineId, t.year),
    index("ledger_entries_budget_year").on(t.budgetYear, t.lineId),
    index("ledger_entries_application").on(t.applicationId),
    index("ledger_entries_decision").on(t.decisionId),
    check(
      "ledger_entries_sign",
      sql`case ${t.kind} when 'commitment' then ${t.amountCents} > 0 when 'release' then ${t.amountCents} < 0
        else ${t.amountCents} <> 0 end`,
    ),
  ],
);

export const rulesVersions = pgTable("rules_versions", {
  id: text().primaryKey(),
  scheme: scheme().notNull(),
  rules: jsonb().notNull(),
  /** Its amounts and conditions that are assumptions: `assumedIn` of `lib/schemes/assumed.ts`. */
  assumed: text().array().notNull(),
});

/** How a publication in the Staatscourant is cited. */
export const PUBLICATION_NUMBER = "^Stcrt[.] [0-9]{4}, [1-9][0-9]{0,5}$";

export const distribution = pgEnum("distribution", DISTRIBUTIONS);

/**
 * Period in which one scheme takes applications; never changed once published. It divides one ceiling: that of its line
 * in its year (Awb 4:25, 4:27).
 */
export const windows = pgTable(
  "windows",
  {
    id: text().primaryKey(),
    scheme: scheme().notNull(),
    lineId: text("line_id").$type<LineId>().notNull(),
    year: integer().notNull(),
    opensAt: instant("opens_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    distribution: distribution().notNull(),
    decisionWeeks: integer("decision_weeks").notNull(),
    /** The day from which those weeks count. */
    termFrom: text("term_from", { enum: TERM_FROMS }).notNull(),
    /** The end of its reserve list, when that comes before the last day to decide (Awb 4:25(2)). */
    reserveUntil: date("reserve_until"),
    rulesVersion: text("rules_version")
      .notNull()
      .references(() => rulesVersions.id, { onDelete: "restrict" }),
    publishedOn: date("published_on").notNull(),
    source: text().notNull(),
    /** The publication in the Staatscourant, "Stcrt. 2026, 12345" (Awb 4:27(1)); absent for windows of before this portal. */
    publicationNumber: text("publication_number"),
    isExample: boolean("is_example").notNull().default(false),
    /** The ceiling as it was made known with the window (Awb 4:27); the present ceiling binds. */
    announcedCents: money("announced_cents"),
  },
  (t) => [
    check("windows_open_before_close", sql`${t.opensAt} < ${t.closesAt}`),
    check("windows_publication_number", sql.raw(`publication_number ~ '${PUBLICATION_NUMBER}'`)),
    check(
      "windows_term_from_known",
      sql.raw(`term_from in (${TERM_FROMS.map((from) => `'${from}'`).join(", ")})`),
    ),
    check("windows_reserve_ends_after_closing", sql`${t.reserveUntil} >= legal_day(${t.closesAt})`),
    foreignKey({ columns: [t.lineId, t.year], foreignColumns: [ceilings.lineId, ceilings.year] }).onDelete(
      "restrict",
    ),
    index("windows_line_year").on(t.lineId, t.year),
    unique("windows_ceiling").on(t.id, t.lineId, t.year),
  ],
);
