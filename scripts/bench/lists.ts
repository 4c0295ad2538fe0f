import postgres from "postgres";
import { endDatabase, replaceDatabase } from "@/db/client";
import { Database } from "@/db/transaction";
import type { Staff } from "@/lib/actor";
import { budgetOverview } from "@/lib/budget/queries/budget-overview";
import { placeText } from "@/lib/cases/case-list";
import { fromTheStart, readWords, SORTS, TERMS, type Words } from "@/lib/cases/list-words";
import { listCases } from "@/lib/cases/queries/list-cases";
import { nextCase } from "@/lib/cases/queries/next-case";
import { workload } from "@/lib/cases/queries/workload";
import { listDue } from "@/lib/deadlines/queries/list-due";

const ROUNDS = 5;
const TIMES = 5;
const METER_TARGET = 1.2;

/** One database with lists: its address for the app, and an official who handles seeded cases there. */
export type Side = { appUrl: string; superUrl: string };
type Question = {
  what: string;
  ask: (actor: Staff, side: number) => Promise<unknown>;
  /** Queries with another limit for the ratio than lists have. */
  target?: number;
};
export type ListLine = { what: string; smallMs: number; largeMs: number; target?: number };

/**
 * The cost of each query in the small and in the large database, in turns, so that other load of the machine affects
 * both. Median in milliseconds.
 */
export async function compareLists(sides: readonly [Side, Side]): Promise<ListLine[]> {
  const facts = await Promise.all(sides.map(factsOf));
  const actors = facts.map(
    ({ reviewerId }): Staff => ({ kind: "staff", personId: reviewerId, roles: ["reviewer"] }),
  );
  const databases = sides.map(({ appUrl }) => openedAt(appUrl));
  const times = new Map<string, [number[], number[]]>();
  const targets = new Map(questions(facts).map(({ what, target }) => [what, target]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const side of sides.keys()) {
      replaceDatabase(databases[side] as Database);
      for (const { what, ask } of questions(facts)) {
        const kept = times.get(what) ?? [[], []];
        times.set(what, kept);
        for (let turn = 0; turn < TIMES; turn++) {
          const began = performance.now();
          await ask(actors[side] as Staff, side);
          if (round > 0) kept[side as 0 | 1].push(performance.now() - began);
        }
      }
    }
  for (const database of databases) {
    replaceDatabase(database);
    await endDatabase();
  }
  return [...times].map(([what, [small, large]]) => ({
    what,
    smallMs: median(small),
    largeMs: median(large),
    target: targets.get(what),
  }));
}

/** Runs the portal's own commands and queries on this database. */
export async function onDatabase<T>(appUrl: string, work: () => Promise<T>): Promise<T> {
  replaceDatabase(openedAt(appUrl));
  try {
    return await work();
  } finally {
    await endDatabase();
  }
}

const openedAt = (appUrl: string) => new Database(appUrl, 4);

type Facts = Awaited<ReturnType<typeof factsOf>>;

/** Search terms with results, and positions at nine tenths of each order. */
async function factsOf({ superUrl }: Side) {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    const [one] = await sql<
      { reference: string; kvk: string; name: string; window: string; reviewer: string }[]
    >`
      select i.reference, o.kvk_number as kvk, o.legal_name as name, i.window_id as window,
        (select assignee_id from work_items where state = 'in_review' limit 1) as reviewer
      from work_items i join organisations o on o.id = i.organisation_id where i.state = 'in_review' order by i.case_number limit 1`;
    if (!one) throw new Error("there is no case in review");
    const columns = {
      rangdag: "rank_day",
      termijn: "due_on",
      bedrag: "requested_cents",
      werkgever: "employer",
    };
    const deep: Record<string, string> = {};
    for (const sort of SORTS) {
      const column =
        sort === "wijziging" ? `to_char(changed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : columns[sort];
      const [place] =
        await sql.unsafe(`select ${column}::text as key, case_number::float8 as "caseNumber" from work_items
        order by ${sort === "wijziging" ? "changed_at" : columns[sort]}, case_number
        offset (select 9 * count(*) / 10 from work_items) limit 1`);
      deep[sort] = placeText({ key: place?.key, caseNumber: place?.caseNumber });
    }
    return { ...one, reviewerId: one.reviewer, deep };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function questions(facts: readonly Facts[]): Question[] {
  const of = (side: number) => facts[side] as Facts;
  const list = (what: string, params: (side: number) => Record<string, string>): Question => ({
    what,
    ask: (actor, side) => listCases(actor, readWords(params(side), actor)),
  });
  const fixed = (what: string, params: Record<string, string>) => list(what, () => params);
  const all = { toon: "alle" };
  return [
    fixed("first page, what is to be reviewed", {}),
    fixed("first page, everything", all),
    list("deep page, everything", (side) => ({ ...all, na: of(side).deep.rangdag ?? "" })),
    { what: "page before a deep one", ask: (actor, side) => pageBefore(actor, of(side)) },
    ...SORTS.slice(1).flatMap((op) => [
      fixed(`sorted by ${op}`, { ...all, op }),
      list(`sorted by ${op}, deep page`, (side) => ({ ...all, op, na: of(side).deep[op] ?? "" })),
    ]),
    fixed("sorted downwards by amount", { ...all, op: "bedrag", af: "ja" }),
    fixed("scheme", { ...all, regeling: "startbaan" }),
    list("window", (side) => ({ ...all, tijdvak: of(side).window })),
    fixed("one status", { toon: "granted" }),
    fixed("mine", { toon: "open", van: "mij" }),
    fixed("nobody's", { toon: "open", van: "niemand" }),
    list("a colleague's, everything", (side) => ({ ...all, van: of(side).reviewer })),
    fixed("women's track", { toon: "open", spoor: "vrouwen" }),
    fixed("general track", { toon: "open", spoor: "algemeen" }),
    fixed("with points for attention", { toon: "open", letop: "ja" }),
    fixed("without points for attention", { toon: "open", letop: "nee" }),
    ...TERMS.map((termijn) => fixed(`term: ${termijn}`, { toon: "open", termijn })),
    fixed("scheme, mine, track, attention, amount", {
      ...{ toon: "open", regeling: "startbaan", van: "mij", spoor: "vrouwen", letop: "nee", op: "rangdag" },
    }),
    list("search: reference", (side) => ({ zoek: of(side).reference })),
    list("search: KVK number", (side) => ({ zoek: of(side).kvk })),
    list("search: whole name", (side) => ({ zoek: of(side).name })),
    fixed("search: a name that many bear", { zoek: "bakkerij" }),
    fixed("search: a beginning that many bear", { zoek: "b" }),
    fixed("search: words that many bear together", { zoek: "bakkerij bv" }),
    fixed("search: words that nobody bears together", { zoek: "bakkerij hotel" }),
    fixed("search: a name that nobody bears", { zoek: "xyzzy" }),
    { what: "what falls due", ask: (actor) => listDue(actor, { isMine: false, kind: undefined }) },
    { what: "what falls due to me", ask: (actor) => listDue(actor, { isMine: true, kind: undefined }) },
    { what: "work per handler", ask: (actor) => workload(actor) },
    { what: "next case", ask: (actor) => nextCase(actor) },
    { what: "public meter", ask: () => budgetOverview(2025, 2030), target: METER_TARGET },
  ];
}

async function pageBefore(actor: Staff, { deep }: Facts): Promise<unknown> {
  const words: Words = { ...fromTheStart(readWords({ toon: "alle" }, actor)), voor: deep.rangdag };
  return listCases(actor, words);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The results as a plain table, with the ratio large ÷ small. */
export function listTable(lines: readonly ListLine[], target: number): string {
  const rows = lines.map(({ what, smallMs, largeMs, target: own = target }) => {
    const ratio = largeMs / smallMs;
    return [
      what.padEnd(42),
      `${smallMs.toFixed(1)} ms`.padStart(10),
      `${largeMs.toFixed(1)} ms`.padStart(10),
      ratio.toFixed(2).padStart(6),
      ratio <= own ? "reached" : "above",
    ].join("  ");
  });
  return rows.map((row) => `  ${row}`).join("\n");
}
