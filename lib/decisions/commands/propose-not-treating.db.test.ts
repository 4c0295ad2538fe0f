import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { aCaseInReview, aCaseToComplete, belongsTo, movesOf, sinceDaysAgo } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember } from "@/db/testing/factories";
import { notTreatedDeadline } from "@/lib/calendar/terms";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { addDays } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { refuse } from "@/lib/result";
import { readStatus } from "@/lib/screens/queries/read-status";
import { decide } from "./decide";
import { proposeNotTreating } from "./propose-not-treating";
import { returnProposal } from "./return-proposal";

const { sql } = await testDatabase();
const MISSING = "Zonder rekening op naam van uw organisatie kunnen wij niet betalen.";
afterEach(() => setClock(null));

/** A case whose employer did not answer a request to complete; its last day was yesterday. */
async function aLapsedCase() {
  const it = await aCaseToComplete(sql);
  const dueOn = addDays(it.today, -1);
  const [row] = await sql<
    { due: string }[]
  >`select due_on::text as due from completion_requests where id = ${it.requestId}`;
  const days = (Date.parse(row?.due ?? "") - Date.parse(dueOn)) / 86_400_000;
  await sinceDaysAgo(sql, it.applicationId, days);
  const lapsed = await lapseCompletion(it.reviewer, it);
  if (!lapsed.ok) throw new Error(lapsed.refusal.reason);
  return { ...it, version: lapsed.value.version, dueOn, lastDay: notTreatedDeadline(dueOn) };
}
const seen = ({ applicationId, version }: { applicationId: string; version: number }, moves = 0) => ({
  ...{ applicationId, version: version + moves },
  missing: MISSING,
});
const onDay = (day: string) => setClock(new Date(`${day}T11:00:00Z`));

test("not treating is proposed, confirmed by another official, told with reasons, and open to objection", async () => {
  const it = await aLapsedCase();
  const proposed = await proposeNotTreating(it.reviewer, seen(it));
  expect(proposed.ok).toBe(true);
  expect(await proposeNotTreating(it.reviewer, seen(it))).toMatchObject({
    refusal: { reason: "changed", move: "propose", by: "you" },
  });
  const decider = await aStaffMember(sql, ["decider"]);
  expect((await decide(decider, seen(it, 1))).ok).toBe(true);
  expect((await movesOf(sql, it.applicationId)).slice(-3)).toEqual(["lapse 5", "propose 6", "not_treat 7"]);

  const status = await readStatus(it.actor, it.applicationId);
  expect(status?.state).toBe("not_treated");
  expect(status?.decision).toMatchObject({
    outcome: "not_treat",
    grounds: ["not_completed"],
    amountCents: 0,
  });

  const job = { kind: "decision" as const, applicationId: it.applicationId, about: "7" };
  const { content } = await publishLetter(job);
  expect(content.toString("latin1")).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  const text = pdfText(content);
  for (const words of [
    "Besluit: wij nemen uw aanvraag niet in behandeling",
    "Wij kregen op tijd geen antwoord.",
    "Wij vroegen om:",
    "1. Bankrekening:",
    MISSING,
    "Artikel 4:5 van de Algemene wet bestuursrecht.",
    "Dan kunt u bezwaar maken.",
  ])
    expect(text).toContain(words);
  expect(text).not.toContain("4:35");
  const mails = await sql`select data ->> 'about' as about from pgboss.job where name = 'mail'
    and data ->> 'applicationId' = ${it.applicationId} and data ->> 'kind' = 'decision'`;
  expect(mails).toEqual([{ about: "7" }]);
});

test("the four weeks bind reviewer and decider; a proposal that comes too late is returned", async () => {
  const [late, proposedInTime] = [await aLapsedCase(), await aLapsedCase()];
  const { lastDay, dueOn } = late;
  await onDay(lastDay);
  expect((await proposeNotTreating(proposedInTime.reviewer, seen(proposedInTime))).ok).toBe(true);
  await onDay(addDays(lastDay, 1));
  const refusal = {
    reason: "too-late-not-to-treat" as const,
    end: "lapsed" as const,
    endedOn: dueOn,
    lastDay,
  };
  expect(await proposeNotTreating(late.reviewer, seen(late))).toEqual(refuse(refusal));
  const decider = await aStaffMember(sql, ["decider"]);
  expect(await decide(decider, seen(proposedInTime, 1))).toEqual(refuse(refusal));
  const returned = await returnProposal(decider, { ...seen(proposedInTime, 1), reason: "Te laat." });
  expect(returned.ok).toBe(true);
});

test("not treating needs a request that passed, a reviewer, and an employer that is not their own", async () => {
  const inReview = await aCaseInReview(sql);
  expect(await proposeNotTreating(inReview.reviewer, seen(inReview))).toEqual(
    refuse({ reason: "never-asked-to-complete" }),
  );
  const asked = await aCaseToComplete(sql);
  expect(await proposeNotTreating(asked.reviewer, seen(asked))).toEqual(
    refuse({ reason: "not-yours-to-do" }),
  );
  const it = await aLapsedCase();
  const decider = await aStaffMember(sql, ["decider"]);
  expect(await proposeNotTreating(decider, seen(it))).toEqual(refuse({ reason: "not-yours-to-do" }));
  const relative = await aStaffMember(sql, ["reviewer"]);
  await belongsTo(sql, relative, it.actor);
  expect(await proposeNotTreating(relative, seen(it))).toEqual(refuse({ reason: "own-employer" }));
  await expect(
    proposeNotTreating(it.reviewer, seen({ applicationId: randomUUID(), version: 1 })),
  ).rejects.toThrow(NotFound);
});

test("past the command, the database also requires a request that ended", async () => {
  const it = await aCaseInReview(sql);
  const written = sql`insert into proposals (application_id, application_version, outcome, lines, amount_cents, grounds, explanation, proposed_by)
    values (${it.applicationId}, 9, 'not_treat', '[]', 0, '{not_completed}', 'x', ${it.reviewer.personId})`;
  await expect(written).rejects.toMatchObject({ constraint_name: "not_treated_after_completion" });
});

test("past the command, the database enforces the four weeks, for the proposal and for the decision", async () => {
  const it = await aLapsedCase();
  const decider = await aStaffMember(sql, ["decider"]);
  const propose = (
    id: string,
  ) => sql`insert into proposals (id, application_id, application_version, outcome, lines, amount_cents, grounds, explanation, proposed_by)
    values (${id}, ${it.applicationId}, ${it.version + 1}, 'not_treat', '[]', 0, '{not_completed}', 'x', ${it.reviewer.personId})`;
  const decide = (
    proposalId: string,
  ) => sql`insert into decisions (application_id, organisation_id, application_version, proposal_id,
      outcome, lines, amount_cents, grounds, explanation, proposed_by, decided_by, decided_on)
    values (${it.applicationId}, ${it.actor.organisationId}, ${it.version + 1}, ${proposalId}, 'not_treat', '[]', 0, '{not_completed}', 'x',
      ${it.reviewer.personId}, ${decider.personId}, ${it.lastDay})`;
  const late = { constraint_name: "not_treated_within_four_weeks" };
  await onDay(addDays(it.lastDay, 1));
  await expect(propose(randomUUID())).rejects.toMatchObject(late);
  await onDay(it.lastDay);
  const proposalId = randomUUID();
  await propose(proposalId);
  await onDay(addDays(it.lastDay, 1));
  await expect(decide(proposalId)).rejects.toMatchObject(late);
});
