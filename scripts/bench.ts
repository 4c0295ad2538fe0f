import { parseArgs } from "node:util";
import postgres from "postgres";
import { appDatabaseUrl } from "@/lib/env";
import { middle, type Run } from "./bench/at-once";
import { grantDay, makeOneDay } from "./bench/bulk-grant";
import {
  AMOUNT_CENTS,
  committedCents,
  grantByDecide,
  grantByUpdate,
  makeRoom,
  stepAside,
} from "./bench/grants";
import { compareLists, listTable, onDatabase, type Side } from "./bench/lists";
import { multiply } from "./bench/multiply";
import { drawRush } from "./bench/order";
import { type BenchPortal, startDatabase, startPortal } from "./bench/portal";
import { type Ready, type Stage, setStage } from "./bench/stage";
import { readForm, submitOverHttp, submitStraight } from "./bench/submit";
import { type Line, tableOf } from "./bench/table";
import { fill } from "./seed/fill";
import { step } from "./start/progress";
import { end, endOnSignals } from "./start/shutdown";
import { explain } from "./start/trouble";

const ROUNDS = 3;
const SUBMITS = 400;
const WARM_UP = 200;
const GRANTS = 500;
const FITS = 450;
const TOGETHER = 10_000;
const TARGETS = { submit: 0.25, grant: 0.5, list: 1.5, orderSeconds: 10 };
const SEEDED = 5_000;

/**
 * `--only lists`, `--only writes` or `--only order`; `--small` and `--large` are numbers of applications to list from,
 * `--rush` is how many of one day are drawn.
 */
const { values: asked } = parseArgs({
  options: {
    only: { type: "string" },
    small: { type: "string", default: "10000" },
    large: { type: "string", default: "1000000" },
    rush: { type: "string", default: "100000" },
  },
});

endOnSignals(1);
main().then(
  () => end(0),
  (error) => end(1, explain(error)),
);

async function main(): Promise<void> {
  const portal = await startDatabase();
  Object.assign(process.env, portal.env, { DATABASE_POOL: "64" });
  const isAsked = (part: string) => asked.only === undefined || asked.only === part;
  if (isAsked("order")) await order(portal);
  if (isAsked("lists")) await lists(portal);
  if (isAsked("writes")) await writes(portal);
}

const at = (url: string, database: string) => url.replace(/portal$/, database);

/** A day of very many applications: ranked, frozen, drawn, and granted in bulk as far as the money goes. */
async function order({ env, ownerUrl, superUrl }: BenchPortal): Promise<void> {
  const rush = Number(asked.rush);
  const server = postgres(at(superUrl, "postgres"), { max: 1, onnotice: () => {} });
  await server`create database portal_order template portal owner portal_owner`;
  await server.end({ timeout: 5 });
  await step(`Seeding ${SEEDED} applications`, () =>
    fill(at(ownerUrl, "portal_order"), { applications: SEEDED }),
  );
  await step("Copying them", () => multiply(at(superUrl, "portal_order"), 2 * rush));
  const appUrl = appDatabaseUrl(at(ownerUrl, "portal_order"), env.APP_SECRET ?? "");
  const drawn = await step("Ranking, drawing and granting", () =>
    onDatabase(appUrl, () => drawRush(at(superUrl, "portal_order"), new Date().getFullYear(), rush)),
  );
  const { rankSeconds, freezeSeconds, revealSeconds, grantSeconds } = drawn;
  const all = rankSeconds + freezeSeconds + revealSeconds + grantSeconds;
  console.log(
    `\n  ${rush} of one day: ranked ${rankSeconds.toFixed(1)} s, frozen ${freezeSeconds.toFixed(1)} s, drawn ${revealSeconds.toFixed(1)} s,` +
      ` the ${drawn.granted} that fit granted at once ${grantSeconds.toFixed(1)} s;` +
      ` together ${all.toFixed(1)} s, target ≤ ${TARGETS.orderSeconds} s: ${all <= TARGETS.orderSeconds ? "reached" : "above"}\n`,
  );
}

/** The cost of a list with many applications ÷ with few, in one cluster. */
async function lists({ env, ownerUrl, superUrl }: BenchPortal): Promise<void> {
  const [small, large] = [Number(asked.small), Number(asked.large)];
  const server = postgres(at(superUrl, "postgres"), { max: 1, onnotice: () => {} });
  await server`create database portal_small template portal owner portal_owner`;
  const seeded = at(ownerUrl, "portal_small");
  await step(`Seeding ${SEEDED} applications`, () => fill(seeded, { applications: SEEDED }));
  await server`create database portal_large template portal_small owner portal_owner`;
  await server.end({ timeout: 5 });
  const sides: Side[] = [];
  for (const [database, count] of [
    ["portal_small", small],
    ["portal_large", large],
  ] as const) {
    await step(`Copying them to ${count}`, () => multiply(at(superUrl, database), count));
    const appUrl = appDatabaseUrl(at(ownerUrl, database), env.APP_SECRET ?? "");
    sides.push({ appUrl, superUrl: at(superUrl, database) });
  }
  const lines = await step("Listing", () => compareLists(sides as [Side, Side]));
  console.log(`\n  ${small} and ${large} applications; large ÷ small, target ≤ ${TARGETS.list.toFixed(2)}\n`);
  console.log(`${listTable(lines, TARGETS.list)}\n`);
}

async function writes(portal: BenchPortal): Promise<void> {
  await startPortal(portal);
  const stage = await step("Setting the stage", () =>
    setStage(portal.ownerUrl, {
      drafts: 2 * (WARM_UP + ROUNDS * SUBMITS),
      proposed: (ROUNDS + 1) * GRANTS + TOGETHER,
    }),
  );
  const lines = [
    await step("Submitting", () => submits(portal, stage)),
    await step("Granting", () => grants(portal, stage)),
  ];
  const seconds = await step("Granting a day at once", () => together(portal, stage));
  console.log(`\n${tableOf(lines)}\n`);
  console.log(
    `  a day of ${TOGETHER} granted in one transaction, what is on screen included: ${seconds.toFixed(1)} s\n`,
  );
}

/** The remaining proposals, all of one day. */
async function together(
  { superUrl }: BenchPortal,
  { proposed, deciderId, windowYear }: Stage,
): Promise<number> {
  const left = proposed.slice((ROUNDS + 1) * GRANTS);
  const day = await makeOneDay(superUrl, windowYear, left);
  return grantDay({ superUrl, deciderId, year: windowYear }, day, left.length);
}

/** Half of the drafts over HTTP, half with SQL, in turns, so that other load of the machine affects both. */
async function submits({ env, superUrl }: BenchPortal, { drafts }: Stage): Promise<Line> {
  const sql = postgres(superUrl, { max: 10, onnotice: () => {} });
  const [first] = drafts;
  if (!first) throw new Error("there are no drafts");
  const form = await readForm(env, first);
  const left = [...drafts];
  const take = (count: number): Ready[] => left.splice(0, count);
  await submitOverHttp(env, form, take(WARM_UP));
  await submitStraight(sql, take(WARM_UP));
  const [portal, bare]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    portal.push(await submitOverHttp(env, form, take(SUBMITS)));
    bare.push(await submitStraight(sql, take(SUBMITS)));
  }
  await sql.end({ timeout: 5 });
  return {
    what: "submit over HTTP ÷ the same rows straight",
    portal: middle(portal),
    bare: middle(bare),
    target: TARGETS.submit,
    remark: `${ROUNDS} × ${SUBMITS}, 32 at once, each with its receipt`,
  };
}

async function grants({ superUrl }: BenchPortal, { proposed, deciderId, windowYear }: Stage): Promise<Line> {
  const [portal, bare]: [Run[], Run[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    await makeRoom(superUrl, windowYear, FITS);
    const before = await committedCents(superUrl, windowYear);
    const inLine = proposed.slice(round * GRANTS, (round + 1) * GRANTS);
    const decided = await grantByDecide(deciderId, inLine);
    await stepAside(superUrl, inLine);
    const committed = (await committedCents(superUrl, windowYear)) - before;
    if (decided.granted !== FITS || committed !== FITS * AMOUNT_CENTS)
      throw new Error(`${FITS} grants fit, ${decided.granted} were made and ${committed} cents committed`);
    const counted = await grantByUpdate(superUrl, GRANTS, FITS);
    if (round === 0) continue;
    portal.push(decided.run);
    bare.push(counted.run);
  }
  return {
    what: "grant on one ceiling ÷ conditional UPDATE",
    portal: middle(portal),
    bare: middle(bare),
    target: TARGETS.grant,
    remark: `${ROUNDS} × ${GRANTS}, 64 at once, exactly the ${FITS} that fit`,
  };
}
