import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aProposedCase, hearOnLowering, tellLowering } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember, theBudget } from "@/db/testing/factories";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { listDue } from "@/lib/deadlines/queries/list-due";
import { openIntention } from "@/lib/decisions/queries/open-intention";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { tell as mailOf } from "@/lib/mail/queries/tell";
import { euros } from "@/lib/money";
import { ok, refuse } from "@/lib/result";
import { readStatus } from "@/lib/screens/queries/read-status";
import { timelineOf } from "@/lib/timeline/timeline";
import { confirmRevision } from "./confirm-revision";
import { decide } from "./decide";
import { dropLowering, lapseLowering } from "./end-lowering";
import { intendLowering } from "./intend-lowering";
import { proposeRevision } from "./propose-revision";
import { rejectRevision } from "./reject-revision";
import { respond } from "./respond";
import { writeLowering } from "./write-lowering";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const NOW = clock?.now ?? new Date(0);
const TODAY = dayOf(NOW);
const UNTIL = addDays(TODAY, 14);
const WHY = "De begeleiding van de tweede statushouder is niet begonnen.";
const GROUNDS: ["activities_not_done"] = ["activities_not_done"];
const [anouk, bram] = [await aStaffMember(sql, ["decider"]), await aStaffMember(sql, ["decider"])];
const WORKER = { kind: "system", task: "test" } as const;
beforeAll(() => theBudget(sql, yearOf(TODAY)));
afterEach(() => setClock(null));
const afterTheTerm = () => setClock(new Date(NOW.getTime() + 15 * 86_400_000));

async function aGrant() {
  const it = await aProposedCase(sql, { tracks: ["general", "general"] });
  if (!(await decide(anouk, it)).ok) throw new Error("not granted");
  return { ...it, version: it.version + 1 };
}
type Grant = Awaited<ReturnType<typeof aGrant>>;
const seen = ({ applicationId, version }: Grant) => ({ applicationId, version });
const tell = (it: Grant, keep = [1]) =>
  tellLowering(it.reviewer, { ...seen(it), keep, grounds: GROUNDS, explanation: WHY, untilOn: UNTIL });
const lower = (it: Grant, keep = [1], askedOn?: string) =>
  proposeRevision(it.reviewer, {
    ...{ applicationId: it.applicationId, revision: "lower", keep, explanation: WHY },
    ...(askedOn && { askedOn }),
  });
const respondTo = (it: Grant, response = "Zij begint in januari.") =>
  respond(it.actor, { applicationId: it.applicationId, response });
const typesOf = async ({ applicationId }: Grant) =>
  (
    await sql<{ type: string }[]>`select type from events where application_id = ${applicationId}
      and (type like 'lowering.%' or type like 'revision.%') order by number`
  ).map(({ type }) => type);
const steps = async (it: Grant) => {
  const status = await readStatus(it.actor, it.applicationId);
  return status && timelineOf(status.course).map(({ key, state }) => `${key} ${state}`);
};
const dueOf = async ({ applicationId, reviewer }: Grant) =>
  (await listDue(reviewer, { isMine: true })).items
    .filter(({ id }) => id === applicationId)
    .map(({ kind, dueOn }) => [kind, dueOn]);

describe("before a grant is lowered the employer is heard (Awb 4:8, 4:12)", () => {
  test("the employer gets a letter and one event, the grant stays as it is, and only this employer can read it", async () => {
    const it = await aGrant();
    const told = await tell(it);
    if (!told.ok) throw new Error(told.refusal.reason);
    expect(await typesOf(it)).toEqual(["lowering.intend"]);
    expect(await sql`select state, version from applications where id = ${it.applicationId}`).toMatchObject([
      { state: "granted", version: it.version },
    ]);
    expect(await openIntention(it.actor, it.applicationId)).toMatchObject({
      kind: "lowering",
      kept: [{ trajectory: 1, amountCents: euros(8_000) }],
    });
    expect(await openIntention(await anEmployer(sql), it.applicationId)).toBeUndefined();
    expect(await steps(it)).toContain("lowering current");
    expect(await dueOf(it)).toEqual([["response", UNTIL]]);
    const job = {
      kind: "intended_lowering",
      applicationId: it.applicationId,
      about: told.value.intentionId,
    } as const;
    const text = pdfText((await publishLetter(job)).content);
    for (const words of ["Wij zijn van plan uw subsidie te verlagen", WHY, "4:8", "statushouder 2"])
      expect(text).toContain(words);
    const mail = await asActor(WORKER, (tx) => mailOf(tx, job));
    expect(mail?.facts.values).toMatchObject({ respondBy: UNTIL });
  });

  test("nothing is proposed before the response or its last day, and then no more than was announced", async () => {
    const it = await aGrant();
    expect(await lower(it)).toEqual(refuse({ reason: "lowering-not-heard" }));
    await tell(it);
    expect(await lower(it)).toEqual(refuse({ reason: "hearing-open" }));
    expect((await respondTo(it)).ok).toBe(true);
    expect(await dueOf(it)).toEqual([["lowering", UNTIL]]);
    expect(await lower(it, [])).toEqual(refuse({ reason: "beyond-hearing" }));
    expect((await lower(it)).ok).toBe(true);
    expect(await typesOf(it)).toEqual(["lowering.intend", "lowering.respond", "revision.propose_lower"]);
    expect(await dueOf(it)).toEqual([]);
    const [proposal] =
      await sql`select grounds from proposals where application_id = ${it.applicationId} order by proposed_at desc limit 1`;
    expect(proposal?.grounds).toEqual(GROUNDS);
  });

  test("after a decider turned it down it is proposed again without a second hearing, and the letter names the hearing", async () => {
    const it = await aGrant();
    await hearOnLowering(sql, { ...it, keep: [1] });
    const first = await lower(it);
    if (!first.ok) throw new Error(first.refusal.reason);
    await rejectRevision(anouk, { ...seen(it), ...first.value, reason: "Eerst navragen." });
    const second = await lower(it);
    if (!second.ok) throw new Error(second.refusal.reason);
    expect((await confirmRevision(bram, { ...seen(it), ...second.value })).ok).toBe(true);
    const about = String(it.version + 1);
    const { content } = await publishLetter({ kind: "decision", applicationId: it.applicationId, about });
    expect(pdfText(content)).toContain("Wij hebben uw reactie meegewogen.");
    expect(await steps(it)).toEqual(expect.arrayContaining(["responded done", "lowered done"]));
  });

  test("without a response the reviewer continues only after the last day, also past the command", async () => {
    const it = await aGrant();
    await tell(it);
    expect(await lapseLowering(it.reviewer, seen(it))).toEqual(
      refuse({ reason: "still-time", untilOn: UNTIL }),
    );
    const early = sql`update intentions set lapsed_at = now() where application_id = ${it.applicationId}`;
    await expect(early).rejects.toMatchObject({ constraint_name: "intentions_lapse_later" });
    await afterTheTerm();
    expect(await lapseLowering(it.reviewer, seen(it))).toEqual(ok({ ended: true }));
    expect(await lapseLowering(it.reviewer, seen(it))).toEqual(refuse({ reason: "no-hearing" }));
    expect(await respondTo(it)).toEqual(refuse({ reason: "nothing-to-respond-to" }));
    expect((await lower(it)).ok).toBe(true);
    expect(await steps(it)).toContain("response_lapsed done");
  });

  test("a dropped intention is told to the employer, and another lowering needs another hearing", async () => {
    const it = await aGrant();
    expect(await dropLowering(it.reviewer, seen(it))).toEqual(refuse({ reason: "no-hearing" }));
    await hearOnLowering(sql, { ...it, keep: [1] });
    expect((await dropLowering(it.reviewer, seen(it))).ok).toBe(true);
    expect(await steps(it)).toEqual(expect.arrayContaining(["granted done", "lowering_dropped done"]));
    const mails = await sql`select data from pgboss.job where name = 'mail'
      and data ->> 'applicationId' = ${it.applicationId} and data ->> 'kind' = 'lowering_dropped'`;
    expect(mails).toHaveLength(1);
    expect(await lower(it)).toEqual(refuse({ reason: "lowering-not-heard" }));
    expect((await tell(it, [])).ok).toBe(true);
    expect((await dropLowering(it.reviewer, seen(it))).ok).toBe(true);
    expect(await openIntention(it.actor, it.applicationId)).toBeUndefined();
  });
});

describe("an employer who asked for less need not be heard", () => {
  test("the proposal has the day of the request, between the decision and today, and the letter names it", async () => {
    const it = await aGrant();
    for (const day of [addDays(TODAY, -1), addDays(TODAY, 1)])
      expect(await lower(it, [1], day)).toEqual(refuse({ reason: "asked-outside", decidedOn: TODAY }));
    const proposed = await lower(it, [1], TODAY);
    if (!proposed.ok) throw new Error(proposed.refusal.reason);
    expect((await confirmRevision(bram, { ...seen(it), ...proposed.value })).ok).toBe(true);
    const about = String(it.version + 1);
    const { content } = await publishLetter({ kind: "decision", applicationId: it.applicationId, about });
    expect(pdfText(content)).toContain("U vroeg ons daar zelf om op");
  });
});

test("a repeated response counts once, and a stranger cannot respond", async () => {
  const it = await aGrant();
  await tell(it);
  const response = { applicationId: it.applicationId, response: "Zij begint in januari." };
  await expect(respond(await anEmployer(sql), response)).rejects.toThrow(NotFound);
  const both = await Promise.all([respondTo(it), respondTo(it)]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await typesOf(it)).toEqual(["lowering.intend", "lowering.respond"]);
  expect(await respondTo(it, "Nog iets.")).toEqual(refuse({ reason: "nothing-to-respond-to" }));
});

test("an intention is sent once, in its last version, about the decision in force, and with time to respond", async () => {
  const it = await aGrant();
  const write = (more: object) =>
    writeLowering(it.reviewer, {
      ...{ ...seen(it), keep: [1], grounds: GROUNDS, explanation: WHY, untilOn: UNTIL },
      ...more,
    });
  expect(await write({ untilOn: TODAY })).toEqual(refuse({ reason: "until-in-the-past" }));
  expect(await write({ keep: [1, 2] })).toEqual(refuse({ reason: "nothing-to-lower" }));
  expect(await write({ version: it.version - 1 })).toMatchObject({ refusal: { reason: "changed" } });
  const [first, second] = [await write({}), await write({ keep: [] })];
  if (!first.ok || !second.ok) throw new Error("not written");
  const send = (conceptId: string) => intendLowering(it.reviewer, { ...seen(it), conceptId });
  expect(await send(first.value.conceptId)).toEqual(refuse({ reason: "rewritten" }));
  expect(await send(randomUUID())).toEqual(refuse({ reason: "rewritten" }));
  const answers = await Promise.all([send(second.value.conceptId), send(second.value.conceptId)]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await typesOf(it)).toEqual(["lowering.intend"]);
  expect(await write({})).toEqual(refuse({ reason: "hearing-open" }));
});

describe("past the command", () => {
  const insert = ({ applicationId, version, reviewer }: Grant, asked: string | null = null) =>
    sql`insert into proposals (application_id, application_version, outcome, lines, amount_cents, grounds, explanation, proposed_by, asked_on)
      values (${applicationId}, ${version}, 'refuse', '[]'::jsonb, 0, '{}', 'x', ${reviewer.personId}, ${asked})`.then(
      () => "done",
      violatedConstraint,
    );

  test("the database refuses a lowering without a hearing or a request, or while the employer can still respond", async () => {
    const it = await aGrant();
    expect(await insert(it)).toBe("proposals_heard_first");
    expect(await insert(it, addDays(TODAY, -1))).toBe("proposals_asked_after_decision");
    await tell(it);
    expect(await insert(it, TODAY)).toBe("proposals_after_hearing");
    await respondTo(it);
    expect(await insert(it)).toBe("proposals_heard_first");
  });

  test("the database allows an intention about a grant only, keeps its end, and lets nobody respond for the employer", async () => {
    const it = await aGrant();
    await tell(it);
    const ended = (what: string) =>
      asActor(it.reviewer, (tx) => tx.execute(`${what} where application_id = '${it.applicationId}'`)).then(
        () => "done",
        violatedConstraint,
      );
    expect(
      await ended(
        `update intentions set response = 'Goed.', responded_at = portal_now(), responded_by = '${it.actor.personId}'`,
      ),
    ).toBe("intentions_employer_responds");
    await respondTo(it);
    expect(await ended("update intentions set lapsed_at = portal_now()")).toBe("intentions_end_once");
    expect(await ended("update intentions set dropped_at = portal_now()")).toBe("done");
    expect(await ended("update intentions set dropped_at = null")).toBe("intentions_end_once");
    const again = sql`insert into intentions (application_id, organisation_id, kind, application_version, grounds, explanation, kept, until_on, intended_by)
      select application_id, organisation_id, 'lowering', application_version - 1, grounds, explanation, kept, until_on, intended_by
      from intentions where application_id = ${it.applicationId}`;
    expect(await again.then(() => "done", violatedConstraint)).toBe("intentions_lower_a_grant");
  });
});
