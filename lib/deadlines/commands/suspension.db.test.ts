import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { aCaseInReview, aCaseToComplete, belongsTo, suspend } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember, aWindow } from "@/db/testing/factories";
import { messageBox } from "@/lib/correspondence/queries/message-box";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { listDue } from "@/lib/deadlines/queries/list-due";
import { NotFound } from "@/lib/errors";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { formatDay } from "@/lib/i18n/format";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { previewConcept } from "@/lib/letters/queries/read-concept";
import { ok, refuse } from "@/lib/result";
import { readCase } from "@/lib/screens/queries/read-case";
import { readStatus } from "@/lib/screens/queries/read-status";
import { RECORDED_GROUNDS } from "@/lib/vocabulary/suspension-grounds";
import { endSuspension } from "./end-suspension";
import { suspendTerm } from "./suspend-term";
import { writeSuspension } from "./write-suspension";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
const WHY = "Uw administratie is door brand niet bereikbaar.";
afterEach(() => setClock(null));

const onDay = (days: number) => setClock(new Date(`${addDays(TODAY, days)}T11:00:00Z`));
const dueOnOf = async (id: string): Promise<Day> =>
  (await sql<{ due: Day }[]>`select due_on::text as due from applications where id = ${id}`)[0]?.due ?? "";
const eventsOf = (id: string) =>
  sql`select type, payload from events where application_id = ${id} and type like 'suspension.%' order by number`;

/** A case whose term runs since today. */
async function aCase() {
  const windowId = await aWindow(sql, { termFrom: "receipt" });
  const it = await aCaseInReview(sql, { windowId });
  return { ...it, dueOn: await dueOnOf(it.applicationId) };
}
type Ground = (typeof RECORDED_GROUNDS)[number];
type Case = Awaited<ReturnType<typeof aCase>>;
const until = (it: Case, days: number, suspensionGround: Ground = "applicant") => ({
  ...{ applicationId: it.applicationId, suspensionGround, suspensionReason: WHY },
  resumesOn: addDays(TODAY, days),
});

const ARTICLES: Record<Ground, string> = {
  consent: "tweede lid, onder a",
  applicant: "tweede lid, onder b",
  force_majeure: "tweede lid, onder c",
  foreign_information: "eerste lid, onder b",
};

describe("a suspension", () => {
  test.each(RECORDED_GROUNDS)(
    "for %s moves the last day to decide, and the letter says why",
    async (ground) => {
      const it = await aCase();
      const moved = addDays(it.dueOn, 29);
      const written = await writeSuspension(it.reviewer, until(it, 30, ground));
      if (!written.ok) throw new Error(written.refusal.reason);
      const seen = await previewConcept(it.reviewer, it.applicationId, "suspension");
      expect(JSON.stringify(seen?.letter)).toContain(formatDay(moved));
      expect(await dueOnOf(it.applicationId)).toBe(it.dueOn);

      const send = () => suspendTerm(it.reviewer, { applicationId: it.applicationId, ...written.value });
      for (let n = 0; n < 2; n++) expect(await send()).toEqual(ok({ dueOn: moved }));
      expect(await dueOnOf(it.applicationId)).toBe(moved);
      expect(await eventsOf(it.applicationId)).toEqual([
        {
          type: "suspension.start",
          payload: {
            ...{ suspensionId: written.value.conceptId, ground, dueOn: moved },
            resumesOn: addDays(TODAY, 30),
          },
        },
      ]);
      const job = {
        kind: "suspension" as const,
        applicationId: it.applicationId,
        about: written.value.conceptId,
      };
      const text = pdfText((await publishLetter(job)).content);
      for (const words of [WHY, ARTICLES[ground], formatDay(moved)]) expect(text).toContain(words);
      expect((await messageBox(it.actor)).map(({ kind }) => kind)).toContain("suspension");
      expect((await readStatus(it.actor, it.applicationId))?.stopped).toMatchObject({ ground });
      expect((await readCase(it.reviewer, it.applicationId))?.suspensions).toHaveLength(1);
    },
  );

  test("is refused during another one, for too long, or until a day that is not ahead", async () => {
    const it = await aCase();
    expect(await suspend(it.reviewer, until(it, 0))).toEqual(refuse({ reason: "resumes-not-later" }));
    const latest = addDays(TODAY, 26 * 7);
    expect(await suspend(it.reviewer, until(it, 26 * 7 + 1))).toEqual(
      refuse({ reason: "suspended-too-long", latest }),
    );
    expect((await suspend(it.reviewer, until(it, 10))).ok).toBe(true);
    expect(await suspend(it.reviewer, until(it, 20))).toEqual(
      refuse({ reason: "suspended-already", resumesOn: addDays(TODAY, 10) }),
    );
    await onDay(10);
    expect(await suspend(it.reviewer, until(it, 20))).toEqual(ok({ dueOn: addDays(it.dueOn, 9 + 9) }));
    await onDay(19);
    expect(await dueOnOf(it.applicationId)).toBe(addDays(it.dueOn, 18));
  });

  test("of a term that is over is refused by the rule and by the database", async () => {
    const it = await aCase();
    await onDay(13 * 7 + 1);
    expect(await suspend(it.reviewer, until(it, 120))).toEqual(
      refuse({ reason: "term-over", dueOn: it.dueOn }),
    );
    await expect(
      sql`insert into suspensions (application_id, organisation_id, ground, reason, resumes_on, started_by)
        values (${it.applicationId}, ${it.actor.organisationId}, 'consent', 'x', ${addDays(TODAY, 120)},
          ${it.reviewer.personId})`,
    ).rejects.toThrow("no term runs");
  });

  test("needs a reviewer, and an employer that is not their own", async () => {
    const it = await aCase();
    const decider = await aStaffMember(sql, ["decider"]);
    expect(await suspend(decider, until(it, 10))).toEqual(refuse({ reason: "not-yours-to-do" }));
    const relative = await aStaffMember(sql, ["reviewer"]);
    await belongsTo(sql, relative, it.actor);
    expect(await suspend(relative, until(it, 10))).toEqual(refuse({ reason: "own-employer" }));
    const nowhere = { ...until(it, 10), applicationId: randomUUID() };
    await expect(suspend(it.reviewer, nowhere)).rejects.toThrow(NotFound);
    expect(await readStatus(await anEmployer(sql), it.applicationId)).toBeUndefined();
  });

  test("counts once with a request to complete over the same days", async () => {
    const windowId = await aWindow(sql, { termFrom: "receipt" });
    const it = await aCaseToComplete(sql, { windowId });
    const asked = await dueOnOf(it.applicationId);
    const input = { ...until({ ...it, dueOn: asked }, 2) };
    expect(await suspend(it.reviewer, input)).toEqual(ok({ dueOn: asked }));
  });
});

describe("the end of a suspension", () => {
  test("before its last day gives back the remaining days, with a letter", async () => {
    const it = await aCase();
    const { applicationId } = it;
    expect(await endSuspension(it.reviewer, { applicationId })).toEqual(refuse({ reason: "not-suspended" }));
    expect((await suspend(it.reviewer, until(it, 30))).ok).toBe(true);
    await onDay(10);
    const dueOn = addDays(it.dueOn, 9);
    expect(await endSuspension(it.reviewer, { applicationId })).toEqual(ok({ dueOn }));
    expect(await endSuspension(it.reviewer, { applicationId })).toEqual(refuse({ reason: "not-suspended" }));
    expect(await dueOnOf(applicationId)).toBe(dueOn);
    const [, ended] = await eventsOf(applicationId);
    const about = (ended as { payload: { suspensionId: string } }).payload.suspensionId;
    const letter = await publishLetter({ kind: "resumption", applicationId, about });
    for (const words of ["loopt weer", "vierde lid", formatDay(dueOn)])
      expect(pdfText(letter.content)).toContain(words);
    expect((await readStatus(it.actor, applicationId))?.stopped).toBeUndefined();
  });

  test("comes by itself on its last day, which is on the list of what falls due", async () => {
    const it = await aCase();
    expect((await suspend(it.reviewer, until(it, 12))).ok).toBe(true);
    const due = async () =>
      (await listDue(it.reviewer, { isMine: false, kind: "suspension" })).items
        .filter(({ id }) => id === it.applicationId)
        .map(({ dueOn }) => dueOn);
    expect(await due()).toEqual([addDays(TODAY, 12)]);
    await onDay(13);
    expect(await due()).toEqual([]);
    expect(await endSuspension(it.reviewer, it)).toEqual(refuse({ reason: "not-suspended" }));
  });
});
