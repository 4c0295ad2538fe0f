import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { aCaseInReview, aProposedCase, belongsTo, delay, enterNotice, movesOf } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember, theBudget } from "@/db/testing/factories";
import { messageBox } from "@/lib/correspondence/queries/message-box";
import { addDays, type Day, dayOf, yearOf } from "@/lib/dates";
import { listDue } from "@/lib/deadlines/queries/list-due";
import { decide } from "@/lib/decisions/commands/decide";
import { NotFound } from "@/lib/errors";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { jobOfMessage } from "@/lib/letters/queries/letter-of-message";
import { ok, refuse } from "@/lib/result";
import { readCase } from "@/lib/screens/queries/read-case";
import { readStatus } from "@/lib/screens/queries/read-status";
import { timelineOf } from "@/lib/timeline/timeline";
import { giveDefaultNotice } from "./give-default-notice";
import { tellDelay } from "./tell-delay";
import { writeDelay } from "./write-delay";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
afterEach(() => setClock(null));

const onDay = (day: Day) => setClock(new Date(`${day}T11:00:00Z`));
const dueOnOf = async (id: string): Promise<Day> =>
  (await sql<{ due: Day }[]>`select due_on::text as due from applications where id = ${id}`)[0]?.due ?? "";
const eventsOf = async (id: string, area: string) =>
  (
    await sql<
      { type: string }[]
    >`select type from events where application_id = ${id} and type like ${`${area}.%`}`
  ).map(({ type }) => type);
const aboutOf = async (id: string, table: string) =>
  (await sql<{ id: string }[]>`select id from ${sql(table)} where application_id = ${id}`)[0]?.id ?? "";
async function aCase() {
  const it = await aCaseInReview(sql);
  return { ...it, dueOn: await dueOnOf(it.applicationId) };
}
const WHY = "Wij wachten op gegevens uit het handelsregister.";

describe("a notice of delay", () => {
  test("is one event and a letter in the inbox, names the new day, and does not move the last day", async () => {
    const it = await aCase();
    const expectedOn = addDays(it.dueOn, 28);
    const { applicationId } = it;
    const written = await writeDelay(it.reviewer, { applicationId, expectedOn, delayReason: WHY });
    if (!written.ok) throw new Error(written.refusal.reason);
    for (let n = 0; n < 2; n++)
      expect(await tellDelay(it.reviewer, { applicationId, ...written.value })).toEqual(ok({ told: true }));
    expect(await eventsOf(it.applicationId, "delay")).toEqual(["delay.tell"]);
    expect(await dueOnOf(it.applicationId)).toBe(it.dueOn);
    const about = await aboutOf(it.applicationId, "delay_notices");
    const job = { kind: "delay_notice" as const, applicationId: it.applicationId, about };
    const { content } = await publishLetter(job);
    expect(content.toString("latin1")).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    const text = pdfText(content);
    for (const words of ["Ons besluit komt later", WHY, "artikel 4:14", "geen bezwaar"])
      expect(text).toContain(words);

    const [message] = (await messageBox(it.actor)).filter(({ kind }) => kind === "delay_notice");
    expect((await jobOfMessage(it.actor, message?.id ?? ""))?.job).toEqual(job);
    expect(await jobOfMessage(await anEmployer(sql), message?.id ?? "")).toBeUndefined();
    const status = await readStatus(it.actor, it.applicationId);
    expect(status && timelineOf(status.course)).toContainEqual(
      expect.objectContaining({ key: "delayed", by: expectedOn }),
    );
  });

  test("needs a later day each time, a reason, a reviewer, and an employer that is not their own", async () => {
    const it = await aCase();
    const later = (days: number) => ({
      ...{ applicationId: it.applicationId, delayReason: WHY },
      expectedOn: addDays(it.dueOn, days),
    });
    expect(await delay(it.reviewer, later(0))).toEqual(
      refuse({ reason: "delay-not-later", dueOn: it.dueOn }),
    );
    expect(await delay(it.reviewer, later(92))).toMatchObject({ refusal: { reason: "delay-too-long" } });
    expect((await delay(it.reviewer, later(14))).ok).toBe(true);
    expect(await delay(it.reviewer, later(7))).toEqual(
      refuse({ reason: "delay-not-later", dueOn: addDays(it.dueOn, 14) }),
    );
    expect((await delay(it.reviewer, later(21))).ok).toBe(true);
    const decider = await aStaffMember(sql, ["decider"]);
    expect(await delay(decider, later(28))).toEqual(refuse({ reason: "not-yours-to-do" }));
    const relative = await aStaffMember(sql, ["reviewer"]);
    await belongsTo(sql, relative, it.actor);
    expect(await delay(relative, later(28))).toEqual(refuse({ reason: "own-employer" }));
    await expect(delay(it.reviewer, { ...later(28), applicationId: randomUUID() })).rejects.toThrow(NotFound);
  });

  test("is sent only as previewed", async () => {
    const { applicationId, dueOn, reviewer } = await aCase();
    const write = async (days: number) => {
      const expectedOn = addDays(dueOn, days);
      const written = await writeDelay(reviewer, { applicationId, expectedOn, delayReason: WHY });
      return written.ok ? written.value : { conceptId: "" };
    };
    const [first, second] = [await write(14), await write(21)];
    expect(await tellDelay(reviewer, { applicationId, ...first })).toEqual(refuse({ reason: "rewritten" }));
    expect(await tellDelay(reviewer, { applicationId, ...second })).toEqual(ok({ told: true }));
  });
});

describe("a notice of default", () => {
  test("by the employer counts from the day after the term, once, with a confirmation of its effect", async () => {
    const it = await aCase();
    const give = () => giveDefaultNotice(it.actor, { applicationId: it.applicationId });
    await onDay(it.dueOn);
    expect(await give()).toEqual(refuse({ reason: "not-in-default", dueOn: it.dueOn }));
    const receivedOn = addDays(it.dueOn, 1);
    await onDay(receivedOn);
    const first = await give();
    expect(first.ok).toBe(true);
    await onDay(addDays(it.dueOn, 3));
    expect(await give()).toEqual(first);
    expect(await eventsOf(it.applicationId, "default")).toEqual(["default.give"]);
    expect((await readCase(it.reviewer, it.applicationId))?.lateness.notice).toMatchObject({ receivedOn });
    const about = await aboutOf(it.applicationId, "default_notices");
    const { content } = await publishLetter({
      kind: "default_notice",
      applicationId: it.applicationId,
      about,
    });
    const text = pdfText(content).replaceAll("\u00a0", " ");
    for (const words of [
      "Wij hebben uw ingebrekestelling ontvangen",
      "De eerste 14 dagen: € 23 per dag",
      "€ 1.442",
      "4:18",
    ])
      expect(text).toContain(words);
    const { items } = await listDue(it.reviewer, { isMine: true, kind: "penalty" });
    expect(items).toMatchObject([{ id: it.applicationId, dueOn: addDays(receivedOn, 14) }]);
    await expect(
      giveDefaultNotice(await anEmployer(sql), { applicationId: it.applicationId }),
    ).rejects.toThrow(NotFound);
  });

  test("by post has its day of receipt, which is past the term and not in the future", async () => {
    const it = await aCase();
    const enter = (receivedOn: Day, actor = it.reviewer) =>
      enterNotice(actor, { applicationId: it.applicationId, receivedOn });
    await onDay(addDays(it.dueOn, 10));
    expect(await enter(addDays(it.dueOn, 11))).toEqual(refuse({ reason: "received-later-than-today" }));
    expect(await enter(it.dueOn)).toEqual(refuse({ reason: "not-in-default", dueOn: it.dueOn }));
    expect(await enter(addDays(it.dueOn, 2), await aStaffMember(sql, ["decider"]))).toEqual(
      refuse({ reason: "not-yours-to-do" }),
    );
    const relative = await aStaffMember(sql, ["reviewer"]);
    await belongsTo(sql, relative, it.actor);
    expect(await enter(addDays(it.dueOn, 2), relative)).toEqual(refuse({ reason: "own-employer" }));
    expect((await enter(addDays(it.dueOn, 2))).ok).toBe(true);
    expect(await eventsOf(it.applicationId, "default")).toEqual(["default.enter"]);
    expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3"]);
    const past = sql`insert into default_notices (application_id, organisation_id, received_on, recorded_by)
      select id, organisation_id, due_on, ${it.reviewer.personId} from applications where id = ${it.applicationId}`;
    await expect(past).rejects.toMatchObject({ constraint_name: "default_notices_in_default" });
  });

  test("stops counting at the decision, after which none can be given", async () => {
    await theBudget(sql, yearOf(TODAY));
    const it = await aProposedCase(sql);
    const dueOn = await dueOnOf(it.applicationId);
    await theBudget(sql, yearOf(addDays(dueOn, 20)));
    await onDay(addDays(dueOn, 1));
    expect((await giveDefaultNotice(it.actor, { applicationId: it.applicationId })).ok).toBe(true);
    const decidedOn = addDays(dueOn, 18);
    await onDay(decidedOn);
    expect((await decide(await aStaffMember(sql, ["decider"]), it)).ok).toBe(true);
    const view = await readCase(it.reviewer, it.applicationId);
    expect(view?.lateness.notice).toMatchObject({ receivedOn: addDays(dueOn, 1), decidedOn });
    const other = await aProposedCase(sql);
    await onDay(addDays(dueOn, 18));
    expect((await decide(await aStaffMember(sql, ["decider"]), other)).ok).toBe(true);
    expect(await giveDefaultNotice(other.actor, { applicationId: other.applicationId })).toEqual(
      refuse({ reason: "decided-already" }),
    );
  });
});
