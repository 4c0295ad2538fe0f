import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import type { StaffRole } from "@/lib/actor";
import { decide } from "@/lib/decisions/commands/decide";
import { violatedConstraint } from "@/lib/errors";
import { type Cents, euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import { proposeAmount, proposeRelease, proposeResolution } from "./commands/propose-change";
import { confirmChange, rejectChange } from "./commands/settle-change";
import { allChanges } from "./queries/ceiling-history";
import { lineYear } from "./queries/line-year";
import { resolutions } from "./queries/resolutions";

const { sql } = await testDatabase();
const LEAF = "werkgeverssubsidie" as const;
const EARMARK = "werkgeverssubsidie-vrouwen" as const;
const ROOT = "vjn-2025" as const;
const holder = await aStaffMember(sql, ["budget_holder"]);
const colleague = await aStaffMember(sql, ["budget_holder"]);
const decider = await aStaffMember(sql, ["decider"]);
const reviewer = await aStaffMember(sql, ["reviewer"]);
const on = (day: number, hour = 10) => setClock(new Date(`2026-06-0${day}T${hour}:00:00Z`));
const grounds = {
  changeReason: "Najaarsnota",
  publication: "Staatscourant 2026, 12345",
  publishedOn: "2026-06-01",
};
const toAmount = (amount: number, line: typeof LEAF | typeof ROOT | typeof EARMARK = LEAF) =>
  proposeAmount(holder, { ...grounds, line, year: 2026, ceiling: euros(amount) as Cents });
type Proposed = Awaited<ReturnType<typeof toAmount>>;
const idOf = (proposed: Proposed) => {
  if (!proposed.ok) throw new Error(proposed.refusal.reason);
  return { changeId: proposed.value.changeId };
};
const changed = async (proposed: Proposed) => confirmChange(colleague, idOf(proposed));
const ceiling = async (line: string) =>
  (
    await sql`select ceiling_cents::int as ceiling, owed_cents::int as owed, reserved_cents::int as reserved,
      releases_on::text as releases, source from ceilings where line_id = ${line} and year = 2026`
  )[0];
const eventsOf = async (line: string) =>
  (await sql`select type from events where stream = ${`ceiling:${line}:2026`} order by number`).map(
    ({ type }) => type,
  );

await on(1);
const windowId = await aWindow(sql);
beforeEach(async () => {
  await on(1);
  await sql`truncate ceiling_changes, lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
  await withoutCeilings(sql);
  await theBudget(sql, 2026, { [LEAF]: 20_000, [EARMARK]: 4_000 });
  await sql`update ceilings set reserved_cents = reserved_below(line_id, year)`;
});

describe("another ceiling", () => {
  test("takes effect once a second budget holder confirms, with an event for each step", async () => {
    const { changeId } = idOf(await toAmount(30_000));
    expect(await ceiling(LEAF)).toMatchObject({ ceiling: euros(20_000) });
    expect(await confirmChange(holder, { changeId })).toEqual(refuse({ reason: "own-change" }));
    expect((await confirmChange(colleague, { changeId })).ok).toBe(true);
    expect(await ceiling(LEAF)).toMatchObject({
      ceiling: euros(30_000),
      owed: null,
      source: grounds.publication,
    });
    expect(await eventsOf(LEAF)).toEqual(["ceiling.propose", "ceiling.confirm"]);
    expect(await confirmChange(colleague, { changeId })).toEqual(refuse({ reason: "already-settled" }));
    expect(await eventsOf(LEAF)).toHaveLength(2);
  });

  test("can be turned down, once, and changes nothing then", async () => {
    const { changeId } = idOf(await toAmount(30_000));
    expect((await rejectChange(colleague, { changeId })).ok).toBe(true);
    expect(await rejectChange(holder, { changeId })).toEqual(refuse({ reason: "already-settled" }));
    expect(await ceiling(LEAF)).toMatchObject({ ceiling: euros(20_000) });
    expect(await eventsOf(LEAF)).toEqual(["ceiling.propose", "ceiling.reject"]);
    expect((await toAmount(31_000)).ok).toBe(true);
  });

  test("must wait until an open change is settled", async () => {
    await toAmount(30_000);
    expect(await toAmount(40_000)).toEqual(refuse({ reason: "already-open" }));
  });

  test.each<StaffRole>(["reviewer", "decider", "auditor"])("is refused to the %s", async (role) => {
    const other = await aStaffMember(sql, [role]);
    const { changeId } = idOf(await toAmount(30_000));
    const input = { ...grounds, line: LEAF, year: 2026, ceiling: euros(1) as Cents };
    for (const refused of [
      await proposeAmount(other, input),
      await confirmChange(other, { changeId }),
      await rejectChange(other, { changeId }),
    ])
      expect(refused).toEqual(refuse({ reason: "not-yours-to-do" }));
  });

  test("that does not exist is not found", async () => {
    await expect(confirmChange(colleague, { changeId: randomUUID() })).rejects.toThrow("not found");
    await expect(
      proposeAmount(holder, { ...grounds, line: "nowhere" as never, year: 2026, ceiling: euros(1) }),
    ).rejects.toThrow("not found");
  });

  test("can be the first of a year", async () => {
    await sql`delete from ceilings where line_id = ${EARMARK}`;
    await changed(await toAmount(1_000, EARMARK));
    expect(await ceiling(EARMARK)).toMatchObject({ ceiling: euros(1_000) });
    expect(await ceiling(LEAF)).toMatchObject({ reserved: euros(1_000) });
  });

  test("of a women's earmark counts on the line above, and must fit there", async () => {
    await changed(await toAmount(6_000, EARMARK));
    expect(await ceiling(LEAF)).toMatchObject({ reserved: euros(6_000) });
    expect(await changed(await toAmount(21_000, EARMARK))).toEqual(refuse({ reason: "no-room-now" }));
    expect(await ceiling(EARMARK)).toMatchObject({ ceiling: euros(6_000) });
  });
});

const filed = (day: number, tracks: readonly ("general" | "women")[] = ["general"]) =>
  on(day).then(() => aProposedCase(sql, { windowId, reviewer, tracks }));
const grant = ({ applicationId, version }: Awaited<ReturnType<typeof filed>>) =>
  decide(decider, { applicationId, version });

describe("lowering", () => {
  test("stops at the committed and reserved amount, in words and in the database", async () => {
    await grant(await filed(1));
    expect(await toAmount(11_999)).toMatchObject({
      refusal: { reason: "below-committed", committedCents: euros(8_000), reservedCents: euros(4_000) },
    });
    const proposed = await toAmount(12_000);
    const meanwhile = await filed(1);
    expect((await grant(meanwhile)).ok).toBe(true);
    expect(await changed(proposed)).toEqual(refuse({ reason: "no-room-now" }));
    expect(await ceiling(LEAF)).toMatchObject({ ceiling: euros(20_000), owed: null });
  });

  test("has no effect on applications filed before, and binds those filed after (Awb 4:27(2))", async () => {
    const before = await filed(1);
    const alsoBefore = await filed(1);
    await on(2);
    await changed(await toAmount(5_000));
    const after = await filed(3);
    expect((await grant(before)).ok).toBe(true);
    const past = sql`insert into ledger_entries (line_id, year, kind, amount_cents, application_id, trajectory)
      values (${LEAF}, 2026, 'commitment', 1, ${after.applicationId}, 1)`;
    expect(await past.then(() => "nothing", violatedConstraint)).toBe("ceilings_lowered_for_later");
    expect((await grant(alsoBefore)).ok).toBe(true);
    expect(await ceiling(LEAF)).toMatchObject({ ceiling: euros(5_000), owed: euros(20_000) });
    expect(await grant(after)).toMatchObject({ refusal: { reason: "ceiling-reached", line: LEAF } });
  });

  test("is followed by a raise, which counts for all applications", async () => {
    await changed(await toAmount(5_000));
    await on(2);
    await changed(await toAmount(20_000));
    expect((await grant(await filed(3))).ok).toBe(true);
  });
});

describe("a women's earmark", () => {
  test("is free for everyone from the day that two budget holders set", async () => {
    await grant(await filed(1));
    const second = await filed(1);
    expect(await grant(second)).toMatchObject({ ok: true });
    const third = await filed(1);
    expect(await grant(third)).toMatchObject({ refusal: { reason: "ceiling-reached", freeCents: 0 } });
    const input = { ...grounds, line: EARMARK, year: 2026, releasesOn: "2026-06-01" };
    await changed(await proposeRelease(holder, input));
    expect(await ceiling(LEAF)).toMatchObject({ reserved: 0 });
    expect(await ceiling(EARMARK)).toMatchObject({ releases: "2026-06-01" });
    expect(await proposeRelease(holder, input)).toMatchObject({ refusal: { reason: "already-released" } });
    expect(await grant(third)).toMatchObject({ refusal: { freeCents: euros(4_000) } });
  });
});

describe("the two totals of 2026", () => {
  const choose = (figure: "printed" | "added_up") =>
    proposeResolution(holder, { ...grounds, line: ROOT, year: 2026, figure });

  test("are resolved by two people, kept in history, and changed only by another resolution", async () => {
    await sql`update ceilings set ceiling_cents = ${euros(11_600_000)} where line_id = ${ROOT}`;
    expect(await resolutions()).toEqual([]);
    expect(await toAmount(12_000_000, ROOT)).toMatchObject({ refusal: { reason: "needs-resolution" } });
    await changed(await choose("added_up"));
    expect(await ceiling(ROOT)).toMatchObject({ ceiling: euros(11_900_000) });
    expect(await resolutions()).toMatchObject([{ year: 2026, figure: "added_up" }]);
    expect(await choose("added_up")).toMatchObject({ refusal: { reason: "already-resolved" } });
    await on(2);
    await changed(await choose("printed"));
    expect(await ceiling(ROOT)).toMatchObject({ ceiling: euros(11_600_000), owed: euros(11_900_000) });
    expect(await resolutions()).toMatchObject([{ figure: "printed" }]);
    expect((await allChanges(holder)).map(({ figure, state }) => [figure, state])).toEqual([
      ["printed", "confirmed"],
      ["added_up", "confirmed"],
    ]);
  });
});

test("the page of a line shows figures, entries with their case and the history of the ceiling", async () => {
  const it = await filed(1, ["women", "general"]);
  await grant(it);
  await toAmount(30_000);
  const view = await lineYear(reviewer, LEAF, 2026);
  expect(view).toMatchObject({
    figures: { committedCents: euros(14_000), reservedCents: 0 },
    below: [{ line: EARMARK, grantedCents: euros(4_000) }],
    changes: [{ kind: "raise", state: "open", isOwn: false }],
  });
  expect(view.entries.map(({ line, amountCents, kind }) => [line, amountCents, kind]).sort()).toEqual([
    [LEAF, euros(4_000), "commitment"],
    [LEAF, euros(6_000), "commitment"],
    [EARMARK, euros(4_000), "commitment"],
  ]);
  expect(view.entries.every(({ reference }) => reference === it.reference)).toBe(true);
  const [, second] = view.entries;
  expect((await lineYear(reviewer, LEAF, 2026, second?.id)).entries).toHaveLength(1);
});

test("a person who changed a ceiling takes no decision, whatever their duty since", async () => {
  await toAmount(30_000);
  await sql`update staff_roles set role = 'decider' where person_id = ${holder.personId}`;
  const it = await filed(1);
  const turned = { ...holder, roles: ["decider"] as const };
  expect(await decide(turned, it)).toEqual(refuse({ reason: "set-ceilings" }));
  await sql`update staff_roles set role = 'budget_holder' where person_id = ${holder.personId}`;
});

test("a settled change never changes, also past the command", async () => {
  const { changeId } = idOf(await toAmount(30_000));
  const violation = (statement: Promise<unknown>) => statement.then(() => "nothing", violatedConstraint);
  expect(await violation(sql`update ceiling_changes set to_cents = 1 where id = ${changeId}`)).toBe(
    "ceiling_changes_settled_once",
  );
  expect(
    await violation(sql`update ceiling_changes set confirmed_by = ${holder.personId} where id = ${changeId}`),
  ).toBe("ceiling_changes_by_another");
  await confirmChange(colleague, { changeId });
  expect(await violation(sql`update ceiling_changes set rejected_by = ${colleague.personId}`)).toBe(
    "ceiling_changes_settled_once",
  );
  expect(await violation(sql`delete from ceiling_changes`)).toBe("ceiling_changes_settled_once");
});
