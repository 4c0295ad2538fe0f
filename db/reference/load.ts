import postgres from "postgres";
import { type Day, yearOf } from "@/lib/dates";
import { assumedIn } from "@/lib/schemes/assumed";
import { ALL_RULES, rulesFor } from "@/lib/schemes/rules";
import { MOVES } from "@/lib/vocabulary/lifecycle";
import { BUDGET_LINES, ceilingsUntil, type ReferenceCeiling, schemesWithoutLine } from "./budget";
import { exampleCeilings, exampleWindows } from "./example";
import { type ReferenceWindow, WINDOWS } from "./windows";

/** Ceilings are loaded at least up to this year; a later start adds later years. */
const HORIZON = 2045;

/**
 * Loads the reference data as the owner, in one transaction: budget tree, ceilings, rules versions, windows and moves.
 * Loading again changes nothing; changes by officials stay. `demo` adds example windows and ceilings around `today`
 * (default: the database's day). Throws when a rules version exists with other content, or a scheme has no budget line.
 */
export async function loadReference(
  ownerUrl: string,
  options: { demo: boolean; today?: Day },
): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client.begin(async (sql) => {
      await sql`select set_config('app.kind', 'system', true), pg_advisory_xact_lock(hashtext('reference'))`;
      const today = options.today ?? (await databaseDay(sql));
      await loadMode(sql, options.demo);
      await loadLines(sql);
      await loadCeilings(sql, ceilingsUntil(Math.max(HORIZON, yearOf(today))), false);
      await loadRules(sql);
      await loadWindows(sql, options.demo ? WINDOWS : knownWindows(), false);
      await loadMoves(sql);
      if (!options.demo) return;
      await loadCeilings(sql, exampleCeilings(yearOf(today)), true);
      await loadWindows(sql, exampleWindows(today), true);
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

type Sql = postgres.TransactionSql;

/** Windows of which no amount or condition is an assumption. */
const knownWindows = () =>
  WINDOWS.filter(({ rulesVersion }) => assumedIn(rulesFor(rulesVersion)).length === 0);

/** Whether this is a demo: the database reads it where a rule differs. */
const loadMode = (sql: Sql, isDemo: boolean) =>
  sql`insert into installation (is_demo) values (${isDemo}) on conflict (is_only) do update set is_demo = excluded.is_demo`;

async function databaseDay(sql: Sql): Promise<Day> {
  const [row] = await sql<{ day: Day }[]>`select legal_today()::text as day`;
  if (!row) throw new Error("the database has no clock");
  return row.day;
}

/** Parents come before their children in BUDGET_LINES; the database fills in the path. */
async function loadLines(sql: Sql): Promise<void> {
  const [without] = schemesWithoutLine(BUDGET_LINES);
  if (without) throw new RangeError(`no budget line for ${without}`);
  const rows = BUDGET_LINES.map(({ id, parent, position, scheme, earmark, municipal }) => ({
    id,
    parent_id: parent,
    position,
    scheme,
    earmark,
    municipal,
    path: [] as string[],
  }));
  await sql`insert into budget_lines ${sql(rows)} on conflict (id) do nothing`;
}

async function loadCeilings(
  sql: Sql,
  ceilings: readonly ReferenceCeiling[],
  isExample: boolean,
): Promise<void> {
  if (ceilings.length === 0) return;
  const rows = ceilings.map(({ line, year, ceilingCents, releasesOn, source, decidedBy, publishedOn }) => ({
    line_id: line,
    year,
    ceiling_cents: ceilingCents,
    releases_on: releasesOn,
    source,
    decided_by: decidedBy,
    published_on: publishedOn,
    is_example: isExample,
  }));
  await sql`insert into ceilings ${sql(rows)} on conflict (line_id, year) do nothing`;
}

/** A published version never changes, because applications were judged by it. */
async function loadRules(sql: Sql): Promise<void> {
  for (const rules of ALL_RULES) {
    const json = sql.json(rules as unknown as postgres.JSONValue);
    await sql`insert into rules_versions (id, scheme, rules, assumed)
      values (${rules.id}, ${rules.scheme}, ${json}, ${assumedIn(rules)}) on conflict (id) do nothing`;
    const [same] = await sql`select from rules_versions where id = ${rules.id} and rules = ${json}`;
    if (!same)
      throw Object.assign(new Error(`Rules version ${rules.id} is in the database with other content.`), {
        code: "RULES_DIFFER",
      });
  }
}

async function loadWindows(sql: Sql, windows: readonly ReferenceWindow[], isExample: boolean): Promise<void> {
  if (windows.length === 0) return;
  const rows = windows.map((window) => ({
    id: window.id,
    scheme: window.scheme,
    line_id: window.line,
    year: window.year,
    opens_at: window.opensAt,
    closes_at: window.closesAt,
    distribution: window.distribution,
    decision_weeks: window.decisionWeeks,
    term_from: window.termFrom,
    rules_version: window.rulesVersion,
    published_on: window.publishedOn,
    source: window.source,
    is_example: isExample,
  }));
  await sql`insert into windows ${sql(rows)} on conflict (id) do nothing`;
}

/** The database refuses moves that are not in its table, so it is made equal to the table of the commands. */
async function loadMoves(sql: Sql): Promise<void> {
  const rows = Object.entries(MOVES).flatMap(([name, { from, to, by }]) =>
    from.flatMap((state) => by.map((role) => ({ name, from: state, to, role }))),
  );
  await sql`delete from moves`;
  await sql`insert into moves ${sql(rows)}`;
}
