import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aCaseInReview, belongsTo, intend, movesOf } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember } from "@/db/testing/factories";
import { addDays, dayOf } from "@/lib/dates";
import { openIntention } from "@/lib/decisions/queries/open-intention";
import { NotFound } from "@/lib/errors";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { refuse } from "@/lib/result";
import type { Ground } from "@/lib/vocabulary/grounds";
import { intendRefusal } from "./intend-refusal";
import { lapseResponse } from "./lapse-response";
import { propose } from "./propose";
import { respond } from "./respond";
import { writeIntention } from "./write-intention";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const NOW = clock?.now ?? new Date(0);
const TODAY = dayOf(NOW);
const WHY = { grounds: ["false_data" as Ground], explanation: "Volgens het register staat de zaak stil." };
type Case = Awaited<ReturnType<typeof aCaseInReview>>;
const seen = ({ applicationId, version }: Case, moves = 0) => ({ applicationId, version: version + moves });
const intention = {
  grounds: WHY.grounds as [Ground, ...Ground[]],
  explanation: WHY.explanation,
  untilOn: addDays(TODAY, 14),
};
const anIntention = async () => {
  const it = await aCaseInReview(sql);
  const sent = await intend(it.reviewer, { ...seen(it), ...intention });
  if (!sent.ok) throw new Error(sent.refusal.reason);
  return it;
};

test("an intended refusal is sent with its letter and one event, and the employer can read it", async () => {
  const it = await anIntention();
  expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "intend_refusal 4"]);
  expect(await openIntention(it.actor, it.applicationId)).toMatchObject(WHY);
  expect(await openIntention(await anEmployer(sql), it.applicationId)).toBeUndefined();
  const { content } = await publishLetter({
    kind: "intended_refusal",
    applicationId: it.applicationId,
    about: "4",
  });
  const text = pdfText(content);
  expect(content.toString("latin1")).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  for (const words of [
    "Wij zijn van plan uw aanvraag af te wijzen",
    WHY.explanation,
    "4:7",
    "Er is nog niets besloten.",
  ])
    expect(text).toContain(words);
  expect(await sql`select object_until from letters where application_id = ${it.applicationId}`).toEqual([
    { object_until: null },
  ]);
});

test("a refusal on a ground that needs a hearing is refused until the employer was heard", async () => {
  const it = await aCaseInReview(sql);
  const proposal = { granted: [], ...WHY };
  expect(await propose(it.reviewer, { ...seen(it), ...proposal })).toEqual(
    refuse({ reason: "not-heard", grounds: ["false_data"] }),
  );
  await intend(it.reviewer, { ...seen(it), ...intention });
  expect(
    (await respond(it.actor, { applicationId: it.applicationId, response: "Wij zijn verhuisd." })).ok,
  ).toBe(true);
  const other = await propose(it.reviewer, { ...seen(it, 2), ...proposal, grounds: ["poor_accounts"] });
  expect(other).toEqual(refuse({ reason: "not-heard", grounds: ["poor_accounts"] }));
  expect((await propose(it.reviewer, { ...seen(it, 2), ...proposal })).ok).toBe(true);
  expect(await movesOf(sql, it.applicationId)).toEqual([
    "take_up 3",
    "intend_refusal 4",
    "respond 5",
    "propose 6",
  ]);
});

test("a repeated response counts once; a stranger cannot respond, and nobody can without an open intention", async () => {
  const it = await anIntention();
  const response = { applicationId: it.applicationId, response: "Wij zijn verhuisd." };
  await expect(respond(await anEmployer(sql), response)).rejects.toThrow(NotFound);
  const both = await Promise.all([respond(it.actor, response), respond(it.actor, response)]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await movesOf(sql, it.applicationId)).toHaveLength(3);
  expect(await respond(it.actor, { ...response, response: "Nog iets." })).toEqual(
    refuse({ reason: "nothing-to-respond-to" }),
  );
  const fresh = await aCaseInReview(sql);
  expect(await respond(fresh.actor, { ...response, applicationId: fresh.applicationId })).toEqual(
    refuse({ reason: "nothing-to-respond-to" }),
  );
});

test("without a response the reviewer continues only after the last day, also past the command", async () => {
  const it = await anIntention();
  const early = sql`update intentions set lapsed_at = now() where application_id = ${it.applicationId}`;
  await expect(early).rejects.toMatchObject({ constraint_name: "intentions_lapse_later" });
  expect(await lapseResponse(it.reviewer, seen(it, 1))).toEqual(
    refuse({ reason: "still-time", untilOn: intention.untilOn }),
  );
  await setClock(new Date(NOW.getTime() + 15 * 86_400_000));
  try {
    expect((await lapseResponse(it.reviewer, seen(it, 1))).ok).toBe(true);
    expect(await lapseResponse(it.reviewer, seen(it, 1))).toMatchObject({
      refusal: { reason: "changed", move: "lapse", by: "you" },
    });
    expect((await propose(it.reviewer, { ...seen(it, 2), granted: [], ...WHY })).ok).toBe(true);
  } finally {
    await setClock(null);
  }
});

test("an intended refusal needs time to respond, a reviewer, and an employer that is not their own", async () => {
  const it = await aCaseInReview(sql);
  expect(await intend(it.reviewer, { ...seen(it), ...intention, untilOn: TODAY })).toEqual(
    refuse({ reason: "until-in-the-past" }),
  );
  const decider = await aStaffMember(sql, ["decider"]);
  expect(await intend(decider, { ...seen(it), ...intention })).toEqual(refuse({ reason: "not-yours-to-do" }));
  const relative = await aStaffMember(sql, ["reviewer"]);
  await belongsTo(sql, relative, it.actor);
  expect(await intend(relative, { ...seen(it), ...intention })).toEqual(refuse({ reason: "own-employer" }));
  await expect(
    intend(it.reviewer, { applicationId: randomUUID(), version: 1, ...intention }),
  ).rejects.toThrow(NotFound);
  await intend(it.reviewer, { ...seen(it), ...intention });
  expect(await intend(it.reviewer, { ...seen(it), ...intention })).toMatchObject({
    refusal: { reason: "changed", move: "intend_refusal", by: "you" },
  });
});

test("a concept that was rewritten or is of another case is not sent; sending twice sends one", async () => {
  const [it, other] = [await aCaseInReview(sql), await aCaseInReview(sql)];
  const write = (about: Case, explanation = WHY.explanation) =>
    writeIntention(about.reviewer, { ...seen(about), ...intention, explanation });
  const [first, second, elsewhere] = [await write(it), await write(it, "Beter gezegd."), await write(other)];
  if (!first.ok || !second.ok || !elsewhere.ok) throw new Error("not written");
  for (const stale of [first.value, elsewhere.value])
    expect(await intendRefusal(it.reviewer, { ...seen(it), ...stale })).toEqual(
      refuse({ reason: "rewritten" }),
    );
  const send = () => intendRefusal(it.reviewer, { ...seen(it), ...second.value });
  const answers = await Promise.all([send(), send()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await openIntention(it.actor, it.applicationId)).toMatchObject({ explanation: "Beter gezegd." });
  expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "intend_refusal 4"]);
});
