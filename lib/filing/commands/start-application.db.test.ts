import { expect, test } from "vitest";
import { precheckAnswers } from "@/db/testing/answers";
import { setClock, testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aWindow } from "@/db/testing/factories";
import type { StoredDraft } from "@/lib/answers/draft";
import { NotFound } from "@/lib/errors";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { startApplication } from "./start-application";

const { sql } = await testDatabase();
const eventsOf = (id: string) =>
  sql`select type, application_version as version from events where application_id = ${id} order by number`;

test("a draft starts with one event, for the organisation and the rules of its window", async () => {
  const actor = await anEmployer(sql);
  const windowId = await aWindow(sql, { scheme: "startbaan" });
  const started = await startApplication(actor, windowId);
  if (!started.ok) throw new Error("refused");
  const { applicationId } = started.value;
  const [row] =
    await sql`select organisation_id, scheme, rules_version, state, version from applications where id = ${applicationId}`;
  expect(row).toEqual({
    organisation_id: actor.organisationId,
    scheme: "startbaan",
    rules_version: "startbaan-2026",
    state: "draft",
    version: 1,
  });
  expect([...(await eventsOf(applicationId))]).toEqual([{ type: "application.start", version: 1 }]);
});

test("a draft starts with the answers of the pre-check, which the event mentions", async () => {
  const actor = await anEmployer(sql);
  const answers = { ...precheckAnswers("werkgeverssubsidie", "2026-06-01"), participants: "2" };
  const started = await startApplication(actor, await aWindow(sql), { from: "precheck", answers });
  if (!started.ok) throw new Error("refused");
  const { applicationId } = started.value;
  const draft = await readDraft(actor, applicationId);
  expect(draft).toMatchObject({
    trajectories: [
      { answers: { hoursPerWeek: "24", track: "general" }, personKnown: false },
      { answers: {} },
    ],
  });
  const [event] = await sql`select payload from events where application_id = ${applicationId}`;
  expect(event?.payload).toEqual({ from: "precheck" });
});

test("invalid answers of a pre-check are ignored, and the maximum of trajectories holds", async () => {
  const begin = async (answers: Record<string, string>) => {
    const actor = await anEmployer(sql);
    const started = await startApplication(actor, await aWindow(sql), { from: "precheck", answers });
    const draft = started.ok && (await readDraft(actor, started.value.applicationId));
    return draft && draft !== "filed" ? draft.trajectories.length : undefined;
  };
  expect(await begin({ participants: "2" })).toBe(0);
  expect(await begin({ ...precheckAnswers("werkgeverssubsidie", "2026-06-01"), participants: "9" })).toBe(4);
});

test("a draft starts as a copy of an earlier application of the same organisation, and of no other", async () => {
  const earlier = await aFiledApplication(sql, { tracks: ["general", "women"] });
  const windowId = await aWindow(sql);
  const beginning = { from: "copy", applicationId: earlier.applicationId } as const;
  await expect(startApplication(await anEmployer(sql), windowId, beginning)).rejects.toThrow(NotFound);
  const started = await startApplication(earlier.actor, windowId, beginning);
  if (!started.ok) throw new Error("refused");
  const draft = await readDraft(earlier.actor, started.value.applicationId);
  if (!draft || draft === "filed") throw new Error("no draft");
  expect(draft.trajectories).toMatchObject([{ personKnown: false }, { personKnown: false }]);
  expect(draft.progress.map(({ state }) => state)).toEqual([
    "done",
    "started",
    "started",
    "todo",
    "done",
    "todo",
  ]);
  const [event] = await sql`select payload from events where application_id = ${started.value.applicationId}`;
  expect(event?.payload).toEqual({ from: "copy" });
});

test("the register is asked again about the company of a copy", async () => {
  const earlier = await aFiledApplication(sql);
  const beginning = { from: "copy", applicationId: earlier.applicationId } as const;
  const company = { name: "Voorbeeld BV", legalForm: "BeslotenVennootschap", isActive: true, rsin: null };
  const activities = [{ code: "56101", description: "Restaurants" }];
  const register = async () => ({ found: { ...company, address: null, branches: [], activities } });
  const started = await startApplication(earlier.actor, await aWindow(sql), beginning, register);
  if (!started.ok) throw new Error(started.refusal.reason);
  const [row] = await sql`select answers from applications where id = ${started.value.applicationId}`;
  expect(
    (await unseal<StoredDraft>(row?.answers, answersOfApplication(started.value.applicationId))).company,
  ).toMatchObject({
    ...{ register: "active", sbiVersion: "2025", sbiDescription: "Restaurants", city: "Utrecht" },
  });
});

test("a second start, also by a colleague, offers the existing draft", async () => {
  const actor = await anEmployer(sql);
  const colleague = await anEmployer(sql, actor);
  const windowId = await aWindow(sql);
  const first = await startApplication(actor, windowId);
  if (!first.ok) throw new Error("refused");
  const { applicationId } = first.value;
  const refusal = { reason: "application-exists", applicationId, isDraft: true };
  expect(await startApplication(actor, windowId)).toEqual({ ok: false, refusal });
  expect(await startApplication(colleague, windowId)).toEqual({ ok: false, refusal });
});

test("eight starts at once make one draft", async () => {
  const actor = await anEmployer(sql);
  const windowId = await aWindow(sql);
  const results = await Promise.all(Array.from({ length: 8 }, () => startApplication(actor, windowId)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const ids = results
    .map((result) => (result.ok ? result.value : result.refusal))
    .map((value) => "applicationId" in value && value.applicationId);
  expect(new Set(ids).size).toBe(1);
});

test("a withdrawn application leaves room for another", async () => {
  const { actor, windowId, applicationId } = await aFiledApplication(sql);
  expect(await startApplication(actor, windowId)).toMatchObject({
    refusal: { reason: "application-exists", isDraft: false },
  });
  await withdrawApplication(actor, { applicationId });
  expect(await startApplication(actor, windowId)).toMatchObject({ ok: true });
});

test("the first and the last moment of a window count, the moments before and after do not", async () => {
  const opensAt = new Date("2026-06-01T07:00:00Z");
  const closesAt = new Date("2026-09-30T15:00:00Z");
  const windowId = await aWindow(sql, { opensAt, closesAt });
  const at = async (moment: string) => {
    await setClock(new Date(moment));
    return startApplication(await anEmployer(sql), windowId);
  };
  expect(await at("2026-06-01T06:59:59Z")).toEqual({
    ok: false,
    refusal: { reason: "not-open-yet", opensAt },
  });
  expect(await at("2026-06-01T07:00:00Z")).toMatchObject({ ok: true });
  expect(await at("2026-09-30T15:00:00Z")).toMatchObject({ ok: true });
  expect(await at("2026-09-30T15:00:01Z")).toEqual({
    ok: false,
    refusal: { reason: "window-closed", closedAt: closesAt },
  });
  await setClock(null);
});

test("a window that does not exist is not found", async () => {
  await expect(startApplication(await anEmployer(sql), "no such window")).rejects.toThrow(NotFound);
});
