import { createHash, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember, theBudget } from "@/db/testing/factories";
import { objectionDeadline } from "@/lib/calendar/terms";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { NotFound } from "@/lib/errors";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { knownLetter } from "@/lib/letters/queries/known-letter";
import { listLetters, newestDecision, readLetter } from "@/lib/letters/queries/own-letters";
import { previewDecision } from "@/lib/letters/queries/preview-decision";
import { publishLetter } from "./publish-letter";

const { sql } = await testDatabase();
const decider = await aStaffMember(sql, ["decider"]);
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
beforeAll(() => theBudget(sql, yearOf(TODAY)));

async function aDecision() {
  const proposed = await aProposedCase(sql, { tracks: ["general", "women"] });
  const decided = await decide(decider, proposed);
  if (!decided.ok) throw new Error(decided.refusal.reason);
  return {
    ...proposed,
    job: { kind: "decision", applicationId: proposed.applicationId, about: "5" } as const,
  };
}
const jobsOf = (applicationId: string, queue: string) =>
  sql`select data from pgboss.job where name = ${queue} and data ->> 'applicationId' = ${applicationId} and data ->> 'kind' = 'decision'`;

test("a decision asks for its letter, and the letter for its mail", async () => {
  const { applicationId, job } = await aDecision();
  expect(await jobsOf(applicationId, "letters")).toMatchObject([{ data: job }]);
  expect(await jobsOf(applicationId, "mail")).toHaveLength(0);
  await publishLetter(job);
  expect(await jobsOf(applicationId, "mail")).toMatchObject([{ data: job }]);
});

test("the letter is published once, with its hash in one event, however often and at once it is asked for", async () => {
  const { applicationId, job } = await aDecision();
  const all = await Promise.all([publishLetter(job), publishLetter(job), publishLetter(job)]);
  const again = await publishLetter(job);
  const sums = new Set(
    [...all, again].map(({ content }) => createHash("sha256").update(content).digest("hex")),
  );
  expect(sums.size).toBe(1);
  const events =
    await sql`select payload from events where application_id = ${applicationId} and type = 'letter.publish'`;
  expect(events).toMatchObject([{ payload: { kind: "decision", about: "5", sha256: [...sums][0] } }]);
  expect(await jobsOf(applicationId, "mail")).toHaveLength(1);
  expect(await sql`select * from broken_streams()`).toHaveLength(0);
});

test("it says until when one can object: six weeks from the day after it was published", async () => {
  const { actor, applicationId, job, reference } = await aDecision();
  const { content } = await publishLetter(job);
  const text = pdfText(content).replaceAll("\u00a0", " ");
  expect(text).toContain(`Kenmerk ${reference}`);
  expect(text).toContain("Samen € 14.000");
  expect(text).toMatch(/Wilt u weten of deze brief echt van ons is\? Ga naar \S+letter-check/);
  const [letter] = await listLetters(actor, applicationId);
  expect(letter).toMatchObject({ publishedOn: TODAY, objectUntil: objectionDeadline(TODAY) });
  expect(await newestDecision(actor, applicationId)).toEqual({ version: 5, reference });
});

test("a download has the published bytes, a stranger gets nothing, and anyone can check the file", async () => {
  const { actor, applicationId, job, reference } = await aDecision();
  const { id, content } = await publishLetter(job);
  expect((await readLetter(actor, applicationId, id))?.content.equals(content)).toBe(true);
  expect((await readLetter(decider, applicationId, id))?.content.equals(content)).toBe(true);
  const stranger = await anEmployer(sql);
  expect(await readLetter(stranger, applicationId, id)).toBeUndefined();
  expect(await listLetters(stranger, applicationId)).toEqual([]);
  expect(await newestDecision(stranger, applicationId)).toBeUndefined();
  const sum = createHash("sha256").update(content).digest("hex");
  expect(await knownLetter(sum)).toEqual({ kind: "decision", reference, publishedOn: TODAY });
  expect(await knownLetter(createHash("sha256").update("else").digest("hex"))).toBeUndefined();
});

test("a published letter cannot be changed or replaced", async () => {
  const { job, applicationId } = await aDecision();
  await publishLetter(job);
  for (const change of [
    sql`update letters set published_on = ${addDays(TODAY, 1)} where application_id = ${applicationId}`,
    sql`delete from letters where application_id = ${applicationId}`,
  ])
    await expect(change).rejects.toMatchObject({ constraint_name: "letters_append_only" });
});

test("before a decision there is no letter, and the preview says that it is a draft", async () => {
  const proposed = await aProposedCase(sql);
  const { applicationId, version } = proposed;
  await expect(
    publishLetter({ kind: "decision", applicationId, about: String(version + 1) }),
  ).rejects.toThrow(NotFound);
  await expect(publishLetter({ kind: "decision", applicationId: randomUUID(), about: "5" })).rejects.toThrow(
    NotFound,
  );
  const preview = await previewDecision(decider, applicationId);
  expect(JSON.stringify(preview?.letter)).toContain("Dit is een concept.");
  expect(preview?.letter.title).toBe("Besluit: u krijgt subsidie");
});
