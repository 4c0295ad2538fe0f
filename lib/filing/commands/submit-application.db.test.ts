import { describe, expect, test } from "vitest";
import { validSections } from "@/db/testing/answers";
import { setClock, testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, anEmployer, aWindow } from "@/db/testing/factories";
import { LevelTooLow } from "@/lib/acts";
import type { StoredDraft } from "@/lib/answers/draft";
import { readReference } from "@/lib/applications/reference";
import { dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { checkDraft } from "@/lib/filing/queries/check-draft";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { seal, unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { savePart } from "./save-part";
import { submitApplication } from "./submit-application";

const { sql } = await testDatabase();

const eventsOf = (id: string) =>
  sql`select type, application_version as version, payload from events where application_id = ${id} order by number`;

describe.each(SCHEMES)("filing an application for the %s", (scheme) => {
  test("gives a reference, the rank day of the database, the computed amount and one event", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql, {
      scheme,
      tracks: ["general", "women"],
    });
    const filed = await submitApplication(actor, { applicationId, answersVersion });
    if (!filed.ok) throw new Error(JSON.stringify(filed.refusal));
    expect(readReference(filed.value.reference)).toBe(filed.value.reference);
    const [row] = await sql`
      select state, version, reference, requested_cents::int as cents, rank_day = legal_day(submitted_at) as ranked
      from applications where id = ${applicationId}`;
    const cents = scheme === "startbaan" ? 2_000_000 : 1_400_000;
    expect(row).toEqual({
      state: "submitted",
      version: 2,
      reference: filed.value.reference,
      cents,
      ranked: true,
    });
    const events = await eventsOf(applicationId);
    expect(events.map(({ type, version }) => `${type} ${version}`)).toEqual([
      "application.start 1",
      "application.submit 2",
    ]);
    expect(JSON.stringify(events)).not.toContain("deelnemer");
    const [sums] = await sql`
      select array_agg(track order by number) as tracks, sum(requested_cents)::int as cents from trajectories where application_id = ${applicationId}`;
    expect(sums).toEqual({ tracks: ["general", "women"], cents });
  });
});

describe("filing a second time", () => {
  test("with the same answers gives the same reference and changes nothing", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql);
    const first = await submitApplication(actor, { applicationId, answersVersion });
    expect(await submitApplication(actor, { applicationId, answersVersion })).toEqual(first);
    expect(await eventsOf(applicationId)).toHaveLength(2);
  });

  test("twenty times at once gives one reference and one event", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => submitApplication(actor, { applicationId, answersVersion })),
    );
    expect(new Set(results.map((result) => result.ok && result.value.reference)).size).toBe(1);
    expect(await eventsOf(applicationId)).toHaveLength(2);
  });

  test("with other answers than were checked is refused", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql);
    await savePart(actor, {
      applicationId,
      part: "bank",
      answers: { ...validSections().bank, accountName: "Anders" },
      revision: 1,
    });
    expect(await submitApplication(actor, { applicationId, answersVersion })).toEqual({
      ok: false,
      refusal: { reason: "changed-since-check" },
    });
  });
});

describe("filing is refused", () => {
  test("when a part is not complete, which it names", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql);
    await savePart(actor, { applicationId, part: "bank", answers: { iban: "" }, revision: 1 });
    const refused = await submitApplication(actor, { applicationId, answersVersion: answersVersion + 1 });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { reason: "incomplete", parts: [{ part: "bank" }] },
    });
  });

  test("when a check fails, exactly as on the check page", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql);
    const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
    const { stateAid, declarations } = validSections(dayOf(clock?.now ?? new Date(0)));
    const answers = { ...stateAid, "aid.0.amount": "299.000" };
    await savePart(actor, { applicationId, part: "stateAid", answers, revision: 1 });
    await savePart(actor, { applicationId, part: "declarations", answers: declarations, revision: 2 });
    const refused = await submitApplication(actor, { applicationId, answersVersion: answersVersion + 2 });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { reason: "checks-failed", failed: [{ id: "de_minimis" }] },
    });
    const checked = await checkDraft(actor, applicationId);
    const failed =
      typeof checked === "object" ? checked.checks?.filter(({ outcome }) => outcome === "fail") : [];
    expect(failed?.map(({ id }) => id)).toEqual(["de_minimis"]);
  });

  test("without a bank statement, unless the bank confirmed whose account it is", async () => {
    const draft = await aCompleteDraft(sql, { hasStatement: false });
    expect(await submitApplication(draft.actor, draft)).toMatchObject({
      refusal: { reason: "checks-failed", failed: [{ id: "document_bank_statement" }] },
    });
    expect(await readDraft(draft.actor, draft.applicationId)).toMatchObject({
      missingDocuments: ["bank_statement"],
    });
    const [row] = await sql<{ answers: string }[]>`
      select answers from applications where id = ${draft.applicationId}`;
    const answers = await unseal<StoredDraft>(row?.answers ?? "", answersOfApplication(draft.applicationId));
    const confirmed = await seal(
      { ...answers, bank: { ...answers.bank, nameCheck: "match" } },
      answersOfApplication(draft.applicationId),
    );
    await sql`update applications set answers = ${confirmed} where id = ${draft.applicationId}`;
    expect(await readDraft(draft.actor, draft.applicationId)).toMatchObject({ missingDocuments: [] });
    expect(await submitApplication(draft.actor, draft)).toMatchObject({ ok: true });
  });

  test("after the window closed, and a repeated call of a filed one is still answered", async () => {
    const now = new Date();
    const closesAt = new Date(now.getTime() + 3_600_000);
    const windowId = await aWindow(sql, { closesAt });
    const inTime = await aCompleteDraft(sql, { windowId });
    const late = await aCompleteDraft(sql, { windowId });
    const first = await submitApplication(inTime.actor, inTime);
    await setClock(new Date(closesAt.getTime() + 1000));
    expect(await submitApplication(inTime.actor, inTime)).toEqual(first);
    expect(await submitApplication(late.actor, late)).toMatchObject({
      refusal: { reason: "checks-failed", failed: [{ id: "window" }] },
    });
    await setClock(null);
  });

  test("at too low a level of assurance", async () => {
    const draft = await aCompleteDraft(sql);
    const actor = { ...draft.actor, assurance: "loa2plus" } as const;
    await expect(submitApplication(actor, draft)).rejects.toThrow(LevelTooLow);
  });

  test("for a second application in one calendar year", async () => {
    const { actor } = await aFiledApplication(sql);
    const second = await aCompleteDraft(sql, { actor });
    expect(await submitApplication(actor, second)).toMatchObject({
      refusal: { reason: "checks-failed", failed: [{ id: "once_a_year" }] },
    });
  });
});

test("to a stranger, who finds nothing", async () => {
  const { applicationId, answersVersion } = await aCompleteDraft(sql);
  await expect(submitApplication(await anEmployer(sql), { applicationId, answersVersion })).rejects.toThrow(
    NotFound,
  );
});
