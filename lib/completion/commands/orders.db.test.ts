import { describe, expect, test } from "vitest";
import { aCaseToComplete } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { holdsTogether, oneWon } from "@/db/testing/endings";
import { everyOrder } from "@/db/testing/every-order";
import { aStaffMember } from "@/db/testing/factories";
import { addDays } from "@/lib/dates";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { completeApplication } from "./complete-application";
import { lapseCompletion } from "./lapse-completion";
import { saveAnswer } from "./save-answer";

const { sql } = await testDatabase();
const mees = await aStaffMember(sql, ["reviewer"]);
const isWhole = holdsTogether(sql);
const stateOf = async ({ applicationId }: { applicationId: string }) =>
  (await sql<{ state: string }[]>`select state from applications where id = ${applicationId}`)[0]?.state;

describe("an employer completes while the request is closed", () => {
  const scene = async () => {
    const it = await aCaseToComplete(sql, { reviewer: mees });
    const answers = { iban: "NL02 ABNA 0123 4567 89", accountName: "Voorbeeld BV" };
    await saveAnswer(it.actor, { applicationId: it.applicationId, part: "bank", answers, revision: 1 });
    return it;
  };
  type Scene = Awaited<ReturnType<typeof scene>>;
  const complete = ({ actor, applicationId, requestId }: Scene) =>
    completeApplication(actor, { applicationId, requestId, revision: 1 });
  const seen = ({ applicationId }: Scene) => ({ applicationId, version: 4 });

  /** The clock of the case: this many days after the last day of the request. */
  async function after(it: Scene, days: number): Promise<Scene> {
    const [row] =
      await sql`select due_on::text as "dueOn" from completion_requests where id = ${it.requestId}`;
    await setClock(new Date(`${addDays(String(row?.dueOn), days)}T12:00:00Z`));
    return it;
  }

  test.each([
    ["on the last day the completion wins", 0, 0, "completed"],
    ["a day later the lapse wins", 1, 1, "lapsed"],
  ])(
    "%s, in every order",
    async (_name, days, winner, end) => {
      await everyOrder(sql, {
        prepare: async () => {
          await setClock(null);
          return after(await scene(), days);
        },
        sessions: (it) => ({ employer: () => complete(it), mees: () => lapseCompletion(mees, seen(it)) }),
        always: isWhole,
        atEnd: async (it, endings) => {
          expect(oneWon(endings)).toBe(winner);
          expect(await stateOf(it)).toBe("in_review");
          const [row] = await sql`select "end" from completion_requests where id = ${it.requestId}`;
          expect(row?.end).toBe(end);
        },
      });
      await setClock(null);
    },
    300_000,
  );

  test("or a colleague withdraws: it ends withdrawn, completed first or not", async () => {
    const ends = new Set<boolean>();
    await everyOrder(sql, {
      prepare: scene,
      sessions: (it) => ({
        employer: () => complete(it),
        colleague: () => withdrawApplication(it.actor, it),
      }),
      always: isWhole,
      atEnd: async (it, endings) => {
        const [completed, withdrawn] = endings.map(
          (ending) => ending.status === "fulfilled" && (ending.value as { ok: boolean }).ok,
        );
        expect(withdrawn).toBe(true);
        expect(await stateOf(it)).toBe("withdrawn");
        ends.add(completed === true);
      },
    });
    expect(ends).toEqual(new Set([true, false]));
  }, 300_000);
});
