import { expect, test } from "vitest";
import { anIban } from "@/db/testing/answers";
import { aCaseInReview, aCaseToComplete, askFor } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { everyOrder, told } from "@/db/testing/every-order";
import { aStaffMember } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { aTreatmentOrder, dayInJune } from "@/db/testing/treatment-order";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { saveAnswer, saveReply } from "@/lib/completion/commands/save-answer";
import { decide } from "@/lib/decisions/commands/decide";
import { freezeDraw } from "./commands/freeze-draw";
import { revealDraw } from "./commands/reveal-draw";
import { drawRecord } from "./queries/draw-record";

const { sql } = await testDatabase();
const SCHEME = "werkgeverssubsidie" as const;
const { on, crossing, freeze, placeOf, windowId, reviewer, holder, colleague } = await aTreatmentOrder(sql);
const deciders = [await aStaffMember(sql, ["decider"]), await aStaffMember(sql, ["decider"])] as const;
const DAY = dayInJune(1);
const MINUTES = 600_000;

type Asked = Awaited<ReturnType<typeof aCaseToComplete>>;
const SUBSTANCE = [{ key: "company.city", listed: false, words: "Waar wordt er gewerkt?" }];

/** The answer of the employer is written and ready to send. */
async function answered({ actor, applicationId }: Asked, listed: boolean) {
  const answers = { iban: anIban(), accountName: "Voorbeeld BV" };
  const saved = listed
    ? await saveAnswer(actor, { applicationId, part: "bank", answers, revision: 1 })
    : await saveReply(actor, { applicationId, key: "company.city", words: "In de kas." });
  if (!saved.ok) throw new Error(saved.refusal.reason);
}
const complete = ({ actor, applicationId, requestId }: Asked) =>
  completeApplication(actor, { applicationId, requestId, revision: 1 });

const listOf = async (drawId: string) => (await drawRecord(drawId))?.applications.map(([number]) => number);

test.each([
  ["a listed item, then it stands on the later day and the list is without it", true, "2026-06-02", 3],
  ["a question on substance, then it keeps its day and is on the list", false, DAY, 4],
])(
  "while a day is frozen an employer answers %s",
  async (_name, listed, rankDay, count) => {
    await everyOrder(sql, {
      prepare: async () => {
        await crossing();
        await on(1);
        const late = await aCaseToComplete(sql, {
          windowId,
          reviewer,
          ...(listed ? {} : { items: SUBSTANCE }),
        });
        await on(2);
        await answered(late, listed);
        return late;
      },
      sessions: (late) => ({
        holder: () => freezeDraw(holder, { ceiling: { line: SCHEME, year: 2026 }, day: DAY }),
        employer: () => complete(late),
      }),
      atEnd: async (late, endings) => {
        expect(told(endings)).toEqual(["done", "done"]);
        const [draw] = await sql<{ id: string }[]>`select id from draws`;
        const list = await listOf(draw?.id ?? "");
        const place = await placeOf(late);
        expect(place.day).toBe(rankDay);
        expect(list).toHaveLength(count);
        expect(list?.includes(place.number)).toBe(!listed);
        await expectInvariants(sql);
      },
    });
  },
  MINUTES,
);

test.each([
  ["a listed item: every place on the list is drawn, and its own no longer counts", true, "2026-06-03"],
  ["a question on substance: it keeps its day and its lot", false, DAY],
])(
  "while a draw is revealed an employer on the list answers %s",
  async (_name, listed, rankDay) => {
    const hadLot = new Set<boolean>();
    await everyOrder(sql, {
      prepare: async () => {
        await crossing();
        await on(1);
        const fourth = await aCaseInReview(sql, { windowId, reviewer });
        await on(2);
        const drawId = await freeze();
        const late = await askFor(sql, fourth, listed ? {} : { items: SUBSTANCE });
        await on(3);
        await answered(late, listed);
        return { late, drawId };
      },
      sessions: ({ late, drawId }) => ({
        holder: () => revealDraw(colleague, { drawId }),
        employer: () => complete(late),
      }),
      atEnd: async ({ late, drawId }, endings) => {
        expect(told(endings)).toEqual(["done", "done"]);
        const record = await drawRecord(drawId);
        const place = await placeOf(late);
        expect(place.day).toBe(rankDay);
        expect(record?.order).toHaveLength(4);
        expect(place.lot).toBe(listed ? null : (record?.order ?? []).indexOf(place.number) + 1);
        hadLot.add(place.draws > 0);
        expect(await sql`select from lots where application_id <> ${late.applicationId}`).toHaveLength(3);
        await expectInvariants(sql);
      },
    });
    expect(hadLot).toEqual(new Set(listed ? [true, false] : [true]));
  },
  MINUTES,
);

test(
  "two applications of a drawn day are granted at once: the lower lot gets the money in every order",
  async () => {
    const answers = new Set<string>();
    await everyOrder(sql, {
      prepare: async () => {
        const cases = await crossing();
        await revealDraw(colleague, { drawId: await freeze() });
        const places = await Promise.all(
          cases.map(async (it) => ({ it, lot: (await placeOf(it)).lot ?? 0 })),
        );
        const [first, second] = places.sort((a, b) => a.lot - b.lot).map(({ it }) => it);
        if (!first || !second) throw new Error("no cases");
        return { first, second };
      },
      sessions: ({ first, second }) => ({
        second: () => decide(deciders[1], second),
        first: () => decide(deciders[0], first),
      }),
      atEnd: async (_scene, endings) => {
        const [later, earlier] = told(endings);
        expect(earlier).toBe("done");
        answers.add(later ?? "");
        await expectInvariants(sql);
      },
    });
    expect(answers).toEqual(new Set(["would-overtake", "ceiling-reached"]));
  },
  MINUTES,
);
