import { expect, test } from "vitest";
import { aCaseToComplete, aProposedCase, hearOnLowering, requestOf, sinceDaysAgo } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aStaffMember, theBudget, withoutCeilings } from "@/db/testing/factories";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { confirmRevision } from "@/lib/decisions/commands/confirm-revision";
import { decide } from "@/lib/decisions/commands/decide";
import { grantInBulk } from "@/lib/decisions/commands/grant-in-bulk";
import { grantInPart } from "@/lib/decisions/commands/grant-in-part";
import { proposeNotTreating } from "@/lib/decisions/commands/propose-not-treating";
import { proposeRevision } from "@/lib/decisions/commands/propose-revision";
import { reserve } from "@/lib/decisions/commands/reserve";
import { renderPdf } from "@/lib/gateways/typst/render";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import type { Letter } from "@/lib/letters/letter";
import { ok, refuse } from "@/lib/result";
import type { LetterKind } from "@/lib/vocabulary/letter-kinds";
import { previewDecision, previewPart, previewReserve } from "./preview-decision";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const YEAR = yearOf(dayOf(clock?.now ?? new Date(0)));
const reviewer = await aStaffMember(sql, ["reviewer"]);
const [first, second] = [await aStaffMember(sql, ["decider"]), await aStaffMember(sql, ["decider"])];

/** A year of its own for each test: nobody waits for another. */
async function room(euros: number): Promise<void> {
  await sql`truncate letters, ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
  await withoutCeilings(sql);
  await theBudget(sql, YEAR, { werkgeverssubsidie: euros });
}

const TWO = ["general", "general"] as const;
const MAGER = { grounds: ["conditions" as const], explanation: "Het plan is te mager." };

/** What the newest version of the application led to, against what was on screen before: the same, but for "this is a concept". */
async function expectSent(applicationId: string, kind: LetterKind, preview: { letter: Letter } | undefined) {
  const [row] = await sql<
    { version: number }[]
  >`select version from applications where id = ${applicationId}`;
  const { content } = await publishLetter({ kind, applicationId, about: String(row?.version) });
  const [concept, ...blocks] = preview?.letter.blocks ?? [];
  expect(concept).toMatchObject({ text: "Dit is een concept. Er is nog niets besloten en niets verstuurd." });
  const letter = { ...(preview?.letter as Letter), blocks };
  expect(content.toString("latin1")).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  expect(pdfText(content)).toBe(pdfText(renderPdf("letter.typ", letter)));
}

test.each([[[1, 2]], [[1]], [[]]])("the decision on %j is the one that was looked over", async (granted) => {
  await room(20_000);
  const choice = { granted, ...(granted.length < 2 && MAGER) };
  const it = await aProposedCase(sql, { reviewer, tracks: TWO, choice });
  const preview = await previewDecision(first, it.applicationId);
  expect((await decide(first, it)).ok).toBe(true);
  await expectSent(it.applicationId, "decision", preview);
});

test("the decision not to treat an application is the one that was looked over", async () => {
  const { applicationId, requestId, version } = await aCaseToComplete(sql, { reviewer });
  await sinceDaysAgo(sql, applicationId, (await requestOf(sql, { requestId })).days + 1);
  await lapseCompletion(reviewer, { applicationId, version });
  await proposeNotTreating(reviewer, { applicationId, version: version + 1, missing: "De rekening." });
  const preview = await previewDecision(first, applicationId);
  expect((await decide(first, { applicationId, version: version + 2 })).ok).toBe(true);
  await expectSent(applicationId, "decision", preview);
});

test("the letter of a partial grant and that of the reserve list are those that were looked over", async () => {
  await room(9_000);
  const it = await aProposedCase(sql, { reviewer, tracks: TWO });
  const part = await previewPart(first, it.applicationId);
  expect(part?.letter.title).toBe("Besluit: u krijgt een deel van de subsidie");
  const { amountCents = 0 } = part ?? {};
  expect((await grantInPart(first, { ...it, amountCents })).ok).toBe(true);
  await expectSent(it.applicationId, "decision", part);
  const next = await aProposedCase(sql, { reviewer });
  expect(await previewPart(first, next.applicationId)).toBeUndefined();
  const preview = await previewReserve(first, next.applicationId);
  expect(await reserve(first, next)).toMatchObject({ ok: true });
  await expectSent(next.applicationId, "reserve", preview);
});

test.each(["lower", "withdraw", "grant_on_objection"] as const)(
  "the letter of a revision is the one that was looked over: %s",
  async (change) => {
    await room(20_000);
    const choice = change === "grant_on_objection" ? { granted: [1], ...MAGER } : { granted: [1, 2] };
    const it = await aProposedCase(sql, { reviewer, tracks: TWO, choice });
    await decide(first, it);
    const { applicationId, version } = it;
    if (change !== "grant_on_objection") await hearOnLowering(sql, { ...it, keep: [] });
    await proposeRevision(reviewer, {
      ...{ applicationId, explanation: "De tweede is niet begonnen." },
      revision: change === "withdraw" ? "lower" : change,
      keep: { lower: [1], withdraw: [], grant_on_objection: [1, 2] }[change],
    });
    const preview = await previewDecision(second, applicationId);
    if (!preview) throw new Error("nothing to look over");
    const seen = { applicationId, version: version + 1, proposalId: preview.proposalId };
    expect(await confirmRevision(second, seen)).toEqual(ok({ decisionId: expect.any(String) }));
    await expectSent(applicationId, "decision", preview);
  },
);

test("a letter that was looked over before midnight is not decided on after it", async () => {
  await room(9_000);
  const yesterday = { shownOn: addDays(dayOf(clock?.now ?? new Date(0)), -1) };
  const turned = refuse({ reason: "day-turned" });
  const it = await aProposedCase(sql, { reviewer, tracks: TWO });
  expect(await decide(first, { ...it, ...yesterday })).toEqual(turned);
  expect(await grantInPart(first, { ...it, ...yesterday })).toEqual(turned);
  expect(await reserve(first, { ...it, ...yesterday })).toEqual(turned);
  const ceiling = { line: "werkgeverssubsidie", year: YEAR } as const;
  const day = { ceiling, day: dayOf(clock?.now ?? new Date(0)) } as const;
  expect(await grantInBulk(first, { ...day, digest: "0".repeat(64), ...yesterday })).toEqual(turned);
  await grantInPart(first, it);
  const proposed = await proposeRevision(reviewer, {
    ...{ applicationId: it.applicationId, revision: "grant_on_objection", keep: [1, 2] },
    explanation: "Het bezwaar is gegrond.",
  });
  if (!proposed.ok) throw new Error(proposed.refusal.reason);
  const seen = { applicationId: it.applicationId, version: it.version + 1, ...proposed.value };
  expect(await confirmRevision(second, { ...seen, ...yesterday })).toEqual(turned);
});
