import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import {
  aCompleteDraft,
  aFiledApplication,
  anEmployer,
  aStaffMember,
  aWindow,
  theBudget,
} from "@/db/testing/factories";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { propose } from "@/lib/decisions/commands/propose";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { listApplications } from "@/lib/screens/queries/list-applications";
import { readStatus } from "@/lib/screens/queries/read-status";
import { timelineOf } from "@/lib/timeline/timeline";
import { checkDraft } from "./check-draft";
import { openWindows } from "./open-windows";
import { readDraft } from "./read-draft";

const { sql } = await testDatabase();

test("a draft shows its parts, its award so far and never the key of a person", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql, { tracks: ["general", "women"] });
  const draft = await readDraft(actor, applicationId);
  if (!draft || draft === "filed") throw new Error("no draft");
  expect(draft.progress.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "done", "done"]);
  expect(draft.award.map(({ trajectory, track, amountCents }) => [trajectory, track, amountCents])).toEqual([
    [1, "general", 800_000],
    [2, "women", 600_000],
  ]);
  expect(draft).toMatchObject({ most: 4, phase: { phase: "open" } });
  expect(JSON.stringify(draft)).not.toMatch(/[0-9a-f]{64}/);
});

test("a draft has no checks until every part is complete", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql, { tracks: [] });
  expect(await checkDraft(actor, applicationId)).toMatchObject({ checks: undefined });
});

test("a filed application has a status and is no draft, and a draft has no status", async () => {
  const filed = await aFiledApplication(sql);
  expect(await readDraft(filed.actor, filed.applicationId)).toBe("filed");
  expect(await checkDraft(filed.actor, filed.applicationId)).toBe("filed");
  expect(await readStatus(filed.actor, filed.applicationId)).toMatchObject({
    reference: filed.reference,
    state: "submitted",
    canWithdraw: true,
    decision: undefined,
    award: [{ amountCents: 800_000 }],
  });
  const draft = await aCompleteDraft(sql);
  expect(await readStatus(draft.actor, draft.applicationId)).toBeUndefined();
});

test("a decision shows its lines and reasons, and the timeline tells when to object", async () => {
  const { actor, applicationId, version } = await aFiledApplication(sql, { tracks: ["general", "women"] });
  const reviewer = await aStaffMember(sql, ["reviewer"]);
  const decider = await aStaffMember(sql, ["decider"]);
  await theBudget(sql, yearOf(dayOf(new Date())));
  await takeUp(reviewer, { applicationId, version });
  await propose(reviewer, {
    applicationId,
    version: 3,
    granted: [2],
    grounds: ["conditions"],
    explanation: "Het contract is te kort.",
  });
  expect((await readStatus(actor, applicationId))?.decision).toBeUndefined();
  expect(await decide(decider, { applicationId, version: 4 })).toMatchObject({ ok: true });
  const status = await readStatus(actor, applicationId);
  expect(status).toMatchObject({
    state: "partly_granted",
    canWithdraw: false,
    decision: {
      outcome: "grant_in_part",
      amountCents: 800_000,
      grounds: ["conditions"],
      explanation: "Het contract is te kort.",
    },
  });
  expect(status && timelineOf(status.course).map(({ key }) => key)).toEqual([
    "submitted",
    "review",
    "partly_granted",
    "objection",
  ]);
});

test("a stranger gets the same answer as for an absent application", async () => {
  const stranger = await anEmployer(sql);
  const draft = await aCompleteDraft(sql);
  const filed = await aFiledApplication(sql);
  for (const id of [draft.applicationId, filed.applicationId, randomUUID()]) {
    expect(await readDraft(stranger, id)).toBeUndefined();
    expect(await checkDraft(stranger, id)).toBeUndefined();
    expect(await readStatus(stranger, id)).toBeUndefined();
  }
  expect(await listApplications(stranger)).toEqual([]);
});

test("the list of applications has drafts first; a colleague sees the same", async () => {
  const actor = await anEmployer(sql);
  const filed = await aFiledApplication(sql, { actor });
  await withdrawApplication(actor, filed);
  const draft = await aCompleteDraft(sql, { actor });
  await aFiledApplication(sql, { actor, scheme: "startbaan" });
  const mine = await listApplications(actor);
  expect(mine.map(({ state }) => state)).toEqual(["draft", "submitted", "withdrawn"]);
  expect(mine[0]).toMatchObject({ id: draft.applicationId, reference: null, phase: { phase: "open" } });
  expect(await listApplications(await anEmployer(sql, actor))).toEqual(mine);
});

test("open windows show the organisation's application; closed ones are absent, coming ones are present", async () => {
  const actor = await anEmployer(sql);
  const day = 86_400_000;
  const closed = await aWindow(sql, {
    opensAt: new Date(Date.now() - 9 * day),
    closesAt: new Date(Date.now() - day),
  });
  const coming = await aWindow(sql, { opensAt: new Date(Date.now() + 5 * day), isExample: true });
  const { windowId, applicationId } = await aCompleteDraft(sql, { actor });
  const windows = await openWindows(actor);
  const find = (id: string) => windows.find((window) => window.id === id);
  expect(find(closed)).toBeUndefined();
  expect(find(coming)).toMatchObject({ phase: { phase: "upcoming" }, isExample: true, existing: undefined });
  expect(find(windowId)).toMatchObject({
    phase: { phase: "open" },
    existing: { id: applicationId, isDraft: true },
    levelNeeded: undefined,
  });
  const low = await openWindows({ ...actor, assurance: "loa2plus" });
  expect(low.find(({ id }) => id === windowId)).toMatchObject({ levelNeeded: "loa3" });
});
