import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import {
  aCaseInReview,
  aProposedCase,
  belongsTo,
  hearOnLowering,
  proposeFor,
  readStatement,
  tellLowering,
} from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember, theBudget } from "@/db/testing/factories";
import type { Staff, StaffRole } from "@/lib/actor";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { handOverCase } from "@/lib/cases/commands/hand-over-case";
import { releaseCase } from "@/lib/cases/commands/release-case";
import { takeOnCase } from "@/lib/cases/commands/take-on-case";
import { writeNote } from "@/lib/cases/commands/write-note";
import { writeRequest } from "@/lib/completion/commands/write-request";
import { askQuestion } from "@/lib/correspondence/commands/ask-question";
import { addDays, type Day, dayOf, yearOf } from "@/lib/dates";
import { enterDefaultNotice } from "@/lib/deadlines/commands/enter-default-notice";
import { tellDelay } from "@/lib/deadlines/commands/tell-delay";
import { writeDefaultNotice } from "@/lib/deadlines/commands/write-default-notice";
import { writeDelay } from "@/lib/deadlines/commands/write-delay";
import { MANUAL_CHECKS } from "@/lib/decisions/manual-checks";
import { chosenSet } from "@/lib/decisions/queries/clean-cases";
import { NotFound } from "@/lib/errors";
import { refuse } from "@/lib/result";
import { confirmRevision } from "./confirm-revision";
import { decide } from "./decide";
import { dropLowering, lapseLowering } from "./end-lowering";
import { grantInBulk } from "./grant-in-bulk";
import { intendLowering } from "./intend-lowering";
import { intendRefusal } from "./intend-refusal";
import { proposeRevision } from "./propose-revision";
import { rejectRevision } from "./reject-revision";
import { writeIntention } from "./write-intention";
import { writeLowering } from "./write-lowering";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
const IN_TWO_WEEKS = addDays(TODAY, 14);
const WHY = "De begeleiding van de tweede statushouder is niet begonnen.";
const ALL: readonly StaffRole[] = ["reviewer", "decider", "budget_holder", "auditor"];
const boss = await aStaffMember(sql, ["decider"]);
beforeEach(() => setClock(null));
await theBudget(sql, yearOf(TODAY));

type It = Awaited<ReturnType<typeof aCaseInReview>>;
type Run = (actor: Staff, id: string) => Promise<unknown>;
type Command = {
  by: readonly StaffRole[];
  /** `prepare` makes a case in which the act is allowed; `act` does it on that case, or on one that does not exist. */
  ready: () => Promise<{ it: It; run: Run }>;
  /** Set when an official's own employer is left out without a message. */
  leavesOut?: boolean;
  /** Set when repeating the act adds something. */
  adds?: boolean;
};

const inReview = (run: (it: It) => Run) => async () => {
  const it = await aCaseInReview(sql, { tracks: ["general", "general"] });
  return { it, run: run(it) };
};
const on = <T extends object>(applicationId: string, { version }: It, more: T) => ({
  applicationId,
  version,
  ...more,
});
const dueOnOf = async ({ applicationId }: It): Promise<Day> =>
  (await sql<{ due: Day }[]>`select due_on::text as due from applications where id = ${applicationId}`)[0]
    ?.due ?? "";

const intention = { grounds: ["false_data" as const], explanation: WHY, untilOn: IN_TWO_WEEKS };
const items = [{ key: "bank.iban", listed: true, words: "Dit nummer klopt niet." }];

/** A case past its last day to decide, and the moment five days after that day. */
async function aLateCase() {
  const it = await aCaseInReview(sql);
  const dueOn = await dueOnOf(it);
  await setClock(new Date(`${addDays(dueOn, 5)}T11:00:00Z`));
  return { it, receivedOn: addDays(dueOn, 2) };
}

async function aGrantedCase() {
  const it = await aProposedCase(sql, { tracks: ["general", "general"] });
  if (!(await decide(boss, it)).ok) throw new Error("not granted");
  return { ...it, version: it.version + 1 };
}

async function aRevision() {
  const it = await aGrantedCase();
  await hearOnLowering(sql, { ...it, keep: [1] });
  const { applicationId, reviewer } = it;
  const proposed = await proposeRevision(reviewer, {
    applicationId,
    revision: "lower",
    keep: [1],
    explanation: WHY,
  });
  if (!proposed.ok) throw new Error(proposed.refusal.reason);
  return { it, ...proposed.value };
}

const GROUNDS: ["activities_not_done"] = ["activities_not_done"];
const lowering = { keep: [1], grounds: GROUNDS, explanation: WHY, untilOn: IN_TWO_WEEKS };

/** A grant with an intention to lower it; `days` counts from the last day to respond. */
async function aHearing(daysOver: number) {
  const it = await aGrantedCase();
  await written(tellLowering(it.reviewer, on(it.applicationId, it, lowering)));
  if (daysOver > 0) await setClock(new Date(`${addDays(IN_TWO_WEEKS, daysOver)}T11:00:00Z`));
  return it;
}

async function written<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>,
): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

const COMMANDS: Record<string, Command> = {
  releaseCase: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aCaseInReview(sql);
      const handlers = new Set<string>();
      return {
        it,
        run: async (actor, applicationId) => {
          if (!handlers.has(actor.personId)) await asItsHandler(it, actor);
          handlers.add(actor.personId);
          return releaseCase(actor, { applicationId });
        },
      };
    },
  },
  takeOnCase: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aCaseInReview(sql);
      await releaseCase(it.reviewer, it);
      return { it, run: (actor, applicationId) => takeOnCase(actor, { applicationId }) };
    },
  },
  handOverCase: {
    by: ["reviewer"],
    ready: inReview(
      (it) => (actor, applicationId) =>
        handOverCase(actor, {
          ...{ applicationId, seenAssigneeId: it.reviewer.personId },
          ...{
            to: actor.roles.includes("reviewer") ? actor.personId : it.reviewer.personId,
            handOverReason: WHY,
          },
        }),
    ),
  },
  writeNote: {
    by: ["reviewer", "decider"],
    ready: inReview(() => (actor, applicationId) => writeNote(actor, { applicationId, note: "Gebeld." })),
    ...{ leavesOut: true, adds: true },
  },
  askQuestion: {
    by: ["reviewer", "decider"],
    ready: inReview(() => {
      const id = randomUUID();
      return (actor, applicationId) => askQuestion(actor, { id, applicationId, question: WHY });
    }),
  },
  writeRequest: {
    by: ["reviewer"],
    ready: inReview((it) => (actor, id) => writeRequest(actor, on(id, it, { items, dueOn: IN_TWO_WEEKS }))),
  },
  writeIntention: {
    by: ["reviewer"],
    ready: inReview(
      (it) => (actor, id) => writeIntention(actor, on(id, it, { ...intention, grounds: ["false_data"] })),
    ),
  },
  intendRefusal: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aCaseInReview(sql);
      const seen = await written(
        writeIntention(it.reviewer, on(it.applicationId, it, { ...intention, grounds: ["false_data"] })),
      );
      return { it, run: (actor, id) => intendRefusal(actor, on(id, it, seen)) };
    },
  },
  writeDelay: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aCaseInReview(sql);
      const expectedOn = addDays(await dueOnOf(it), 14);
      return {
        it,
        run: (actor, applicationId) => writeDelay(actor, { applicationId, expectedOn, delayReason: WHY }),
      };
    },
  },
  tellDelay: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aCaseInReview(sql);
      const { applicationId } = it;
      const expectedOn = addDays(await dueOnOf(it), 14);
      const seen = await written(writeDelay(it.reviewer, { applicationId, expectedOn, delayReason: WHY }));
      return { it, run: (actor, id) => tellDelay(actor, { applicationId: id, ...seen }) };
    },
  },
  writeDefaultNotice: {
    by: ["reviewer"],
    ready: async () => {
      const { it, receivedOn } = await aLateCase();
      return { it, run: (actor, applicationId) => writeDefaultNotice(actor, { applicationId, receivedOn }) };
    },
  },
  enterDefaultNotice: {
    by: ["reviewer"],
    ready: async () => {
      const { it, receivedOn } = await aLateCase();
      const { applicationId } = it;
      const seen = await written(writeDefaultNotice(it.reviewer, { applicationId, receivedOn }));
      return { it, run: (actor, id) => enterDefaultNotice(actor, { applicationId: id, ...seen }) };
    },
  },
  writeLowering: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aGrantedCase();
      return { it, run: (actor, id) => writeLowering(actor, on(id, it, lowering)) };
    },
  },
  intendLowering: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aGrantedCase();
      const seen = await written(writeLowering(it.reviewer, on(it.applicationId, it, lowering)));
      return { it, run: (actor, id) => intendLowering(actor, on(id, it, seen)) };
    },
  },
  lapseLowering: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aHearing(1);
      return { it, run: (actor, id) => lapseLowering(actor, on(id, it, {})) };
    },
  },
  dropLowering: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aHearing(0);
      return { it, run: (actor, id) => dropLowering(actor, on(id, it, {})) };
    },
  },
  proposeRevision: {
    by: ["reviewer"],
    ready: async () => {
      const it = await aGrantedCase();
      await hearOnLowering(sql, { ...it, keep: [1] });
      return {
        it,
        run: (actor, applicationId) =>
          proposeRevision(actor, { applicationId, revision: "lower", keep: [1], explanation: WHY }),
      };
    },
  },
  confirmRevision: {
    by: ["decider"],
    ready: async () => {
      const { it, proposalId } = await aRevision();
      return { it, run: (actor, id) => confirmRevision(actor, on(id, it, { proposalId })) };
    },
  },
  rejectRevision: {
    by: ["decider"],
    ready: async () => {
      const { it, proposalId } = await aRevision();
      return { it, run: (actor, id) => rejectRevision(actor, on(id, it, { proposalId, reason: WHY })) };
    },
  },
};

/** Makes this official the handler, without the command. */
const asItsHandler = (it: It, { personId }: Staff) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set assignee_id = ${personId} where id = ${it.applicationId}`;
  });

/** The result: done, the reason of the refusal, or not found. */
async function outcomeOf(run: Promise<unknown>): Promise<string> {
  try {
    const answer = (await run) as { ok?: boolean; refusal?: { reason: string } };
    return answer.ok === false ? (answer.refusal?.reason ?? "refused") : "done";
  } catch (error) {
    if (error instanceof NotFound) return "not found";
    throw error;
  }
}

const traceOf = async (id: string) => {
  const [row] = await sql`select a.version, a.state,
      (select count(*)::int from events e where e.stream = 'application:' || a.id) as events,
      (select count(*)::int from letter_concepts c where c.application_id = a.id) as concepts
    from applications a where a.id = ${id}`;
  return row;
};

const denialsOf = async ({ personId }: Staff) =>
  (
    await sql<{ id: string }[]>`select application_id as id from events
      where type = 'access.deny' and stream = ${`person:${personId}`}`
  ).map(({ id }) => id);

describe.each(Object.entries(COMMANDS))("%s", (_name, { by, ready, leavesOut, adds }) => {
  test("another duty and a member of the employer are refused, and nothing is written", async () => {
    const { it, run } = await ready();
    const before = await traceOf(it.applicationId);
    for (const role of ALL.filter((other) => !by.includes(other))) {
      const outcome = await outcomeOf(run(await aStaffMember(sql, [role]), it.applicationId));
      expect(["not-yours-to-do", "not found"], role).toContain(outcome);
    }
    for (const role of by) {
      const relative = await aStaffMember(sql, [role]);
      await belongsTo(sql, relative, it.actor);
      const expected = leavesOut ? "not found" : "own-employer";
      expect(await outcomeOf(run(relative, it.applicationId)), role).toBe(expected);
      if (!leavesOut) expect(await denialsOf(relative), role).toContain(it.applicationId);
    }
    expect(await traceOf(it.applicationId)).toEqual(before);
  });

  test("a case that does not exist is not found, and the right duty may act", async () => {
    const { it, run } = await ready();
    const may = await aStaffMember(sql, [by[0] as StaffRole]);
    expect(await outcomeOf(run(may, randomUUID()))).toBe("not found");
    expect(await outcomeOf(run(may, it.applicationId))).toBe("done");
  });

  test("a repeated call adds nothing, or one thing where the act adds, and is answered", async () => {
    const { it, run } = await ready();
    const may = await aStaffMember(sql, [by[0] as StaffRole]);
    expect(await outcomeOf(run(may, it.applicationId))).toBe("done");
    const once = await traceOf(it.applicationId);
    expect(await outcomeOf(run(may, it.applicationId))).not.toBe("not found");
    expect(await traceOf(it.applicationId)).toEqual({ ...once, events: once?.events + (adds ? 1 : 0) });
  });
});

test("only a decider grants a day at once", async () => {
  const ceiling = { line: "werkgeverssubsidie", year: yearOf(TODAY) } as const;
  const day = { ceiling, day: TODAY } as const;
  const it = await aCaseInReview(sql);
  await readStatement(sql, it);
  await proposeFor(it, { choice: { manualChecks: [...MANUAL_CHECKS] } });
  const { digest, count } = await asActor(boss, async (tx) => {
    const leaf = "werkgeverssubsidie";
    return chosenSet(tx, boss, day, { leaf, lines: await readCeilings(tx, ceiling) });
  });
  expect(count).toBeGreaterThan(0);
  for (const role of ALL.filter((other) => other !== "decider")) {
    const other = await aStaffMember(sql, [role]);
    expect(await grantInBulk(other, { ...day, digest }), role).toEqual(refuse({ reason: "not-yours-to-do" }));
  }
  expect((await sql`select from bulk_grants`).count).toBe(0);
  expect(await grantInBulk(boss, { ...day, digest })).toMatchObject({ ok: true, value: { count } });
});
