import postgres from "postgres";
import type { LineYear } from "@/lib/budget/allocation";
import { dayOf as dayOfInstant } from "@/lib/dates";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import type { Outcome } from "@/lib/vocabulary/outcomes";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { addCase } from "./case-rows";
import { chance } from "./chance";
import { makeStages, writeBatch } from "./copy";
import { answersFor, dayAround } from "./documents";
import { GrantableMoney } from "./grantable-money";
import { groupOf } from "./groups";
import { addEmployer, firstFreeKvk, type Officials, officials } from "./people";
import { type Plan, plan, type SeedWindow } from "./plan";
import { type Batch, emptyBatch } from "./tables";

const BATCH = 5_000;
const HOUR = 3_600_000;

type Options = {
  applications: number;
  /** Called after each batch with the numbers of applications and rows. */
  progress?: (applications: number, rows: number) => void;
};

type Stage = {
  now: number;
  windows: SeedWindow[];
  money: GrantableMoney;
  staff: Officials;
  kvk: number;
  caseNumber: number;
  random: () => number;
};

/**
 * Adds applications with a plausible spread over windows, states, tracks and days, as the owner of the database; grants
 * stay within the ceilings. Gives the number of rows. Changes no existing row.
 */
export async function fill(ownerUrl: string, { applications, progress }: Options): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const stage = await prepare(sql, applications);
    await makeStages(sql);
    let rows = 0;
    for (let done = 0; done < applications; ) {
      const batch = emptyBatch();
      const turn = Math.floor(done / BATCH);
      const size = Math.min(BATCH, applications - done);
      const handlers = {
        reviewers: of(stage.staff.reviewers, turn),
        deciders: of(stage.staff.deciders, turn),
      };
      addCases(batch, stage, size, handlers);
      await writeBatch(sql, batch, handlers);
      done += size;
      rows += Object.values(batch).reduce((sum, lines) => sum + lines.length, 0);
      progress?.(done, rows);
    }
    return rows;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function prepare(sql: postgres.Sql, applications: number): Promise<Stage> {
  return sql.begin(async (tx) => {
    await tx`select set_config('app.kind', 'system', true)`;
    const [clock] = await tx<{ now: Date }[]>`select portal_now() as now`;
    const now = clock?.now.getTime() ?? 0;
    const windows = await tx<SeedWindow[]>`
      select id, scheme, line_id as "lineId", year, rules_version as "rulesVersion", (extract(epoch from opens_at) * 1000)::float8 as "opensAt",
        (extract(epoch from closes_at) * 1000)::float8 as "closesAt" from windows where opens_at < ${new Date(now - HOUR)} order by id`;
    if (windows.length === 0) throw new Error("No window has opened yet, so there is nothing to apply in.");
    const lines = await tx<LineYear[]>`
      select c.line_id as line, l.parent_id as parent, c.year, c.ceiling_cents::float8 as "ceilingCents",
        c.committed_cents::float8 as "committedCents", reserved_below(c.line_id, c.year)::float8 as "reservedCents", l.earmark,
        c.releases_on::text as "releasesOn" from ceilings c join budget_lines l on l.id = c.line_id`;
    return {
      now,
      windows: [...windows],
      money: new GrantableMoney(lines),
      staff: await officials(tx),
      kvk: await firstFreeKvk(tx),
      caseNumber: await reserveCaseNumbers(tx, applications),
      random: chance(applications),
    };
  });
}

/**
 * The first of a range of case numbers for this run: while the step of the sequence is large, the lock keeps others
 * out.
 */
async function reserveCaseNumbers(tx: postgres.TransactionSql, count: number): Promise<number> {
  await tx`select nextval('case_numbers')`;
  await tx.unsafe(`alter sequence case_numbers increment by ${count}`);
  const [row] = await tx<{ last: string }[]>`select nextval('case_numbers') as last`;
  await tx`alter sequence case_numbers increment by 1`;
  return Number(row?.last) - count + 1;
}

/** Adds this many cases. */
function addCases(
  batch: Batch,
  stage: Stage,
  count: number,
  handlers: Record<keyof Officials, string>,
): void {
  for (let made = 0; made < count; ) {
    const kvk = stage.kvk++;
    const group = groupOf(kvk);
    const employer = addEmployer(batch, kvk, stage.now);
    for (const window of windowsFor(kvk, stage.windows)) {
      if (made === count) return;
      made += 1;
      const planned = plan(stage.random, window, stage.now);
      const day = dayAround(dayOf(planned.moments[1] ?? stage.now));
      const answers = answersFor({ scheme: window.scheme, tracks: planned.tracks, day, kvk, group });
      addCase(batch, {
        ...employer,
        ...decided(stage, planned),
        reviewerId: handlers.reviewers,
        deciderId: handlers.deciders,
        caseNumber: stage.caseNumber++,
        ...{ answers, kvk, group, dayOf },
      });
    }
  }
}

/** One window of each scheme: an employer who applies twice a year, or again after a grant, is refused. */
const windowsFor = (kvk: number, windows: readonly SeedWindow[]): SeedWindow[] =>
  SCHEMES.flatMap((scheme) => {
    const own = windows.filter((window) => window.scheme === scheme);
    return own.slice(kvk % own.length).slice(0, 1);
  });

/** The requested and granted amount; without money left a grant becomes a refusal. */
function decided(stage: Stage, planned: Plan) {
  const { window, state, tracks } = planned;
  const rules = rulesFor(window.rulesVersion);
  const wanted = tracks.map((track, index) => ({ number: index + 1, track }));
  const asked = awardFor(rules, wanted);
  const nothing = { plan: planned, asked, granted: [], entries: [] };
  if (state === "proposed") return { ...nothing, granted: asked, outcome: "grant" as Outcome };
  if (state === "refused") return { ...nothing, outcome: "refuse" as Outcome };
  if (state !== "granted" && state !== "partly_granted") return { ...nothing, outcome: null };
  const granted = state === "granted" ? asked : awardFor(rules, wanted.slice(0, 1));
  const entries = stage.money.grant(granted, window.lineId, window.year, dayOf(stage.now));
  if (!entries)
    return { ...nothing, plan: { ...planned, state: "refused" as const }, outcome: "refuse" as Outcome };
  return {
    plan: planned,
    asked,
    granted,
    entries,
    outcome: (state === "granted" ? "grant" : "grant_in_part") as Outcome,
  };
}

const days = new Map<number, string>();

/** The Dutch calendar day; all moments of an hour share one, so each hour is looked up once. */
function dayOf(moment: number): string {
  const hour = Math.floor(moment / HOUR);
  const known = days.get(hour) ?? dayOfInstant(new Date(hour * HOUR));
  days.set(hour, known);
  return known;
}

const of = (ids: readonly string[], turn: number): string => ids[turn % ids.length] ?? "";
