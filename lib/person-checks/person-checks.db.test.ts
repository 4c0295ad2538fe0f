import { sql as raw, type SQL } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { validTrajectory } from "@/db/testing/answers";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, anEmployer, aStaffMember, aWindow } from "@/db/testing/factories";
import type { Actor, Staff } from "@/lib/actor";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { violatedConstraint } from "@/lib/errors";
import { savePart } from "@/lib/filing/commands/save-part";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { readCase } from "@/lib/screens/queries/read-case";
import { askAboutPerson } from "./commands/ask-about-person";
import { destroyNumbers } from "./commands/destroy-numbers";
import { showNumber } from "./commands/open-number";
import { recordOutcome } from "./commands/record-outcome";
import { personsOfCase } from "./queries/persons-of-case";

const { sql } = await testDatabase();
const WITH_NUMBER = { rulesVersion: "werkgeverssubsidie-2026-nummer", isExample: true };
const DENIED = "42501";
const reason = { openingReason: "De IND vraagt het nummer aan de telefoon." };

/** A case that keeps numbers, in the hands of a reviewer. */
async function aCaseWithNumber() {
  const filed = await aFiledApplication(sql, { windowId: await aWindow(sql, WITH_NUMBER) });
  const reviewer = await aStaffMember(sql, ["reviewer"]);
  const { applicationId, version } = filed;
  expect(await takeUp(reviewer, { applicationId, version })).toMatchObject({ ok: true });
  return { ...filed, reviewer, person: { applicationId, trajectory: 1 } };
}

const numbersOf = (applicationId: string) => sql<
  { kept: boolean; days: number; text: string | null }[]
>`select number is not null as kept, destroy_on - legal_today() as days, encode(number, 'escape') as text
    from person_numbers where application_id = ${applicationId}`;
const eventsOf = async (applicationId: string) =>
  (
    await sql<{ type: string; payload: Record<string, unknown> }[]>`
      select type, payload from events where application_id = ${applicationId} and type like 'person%' order by number`
  ).map(({ type, payload: { opening: _id, ...payload } }) => [type, payload]);
const outcomesOf = async (reader: Staff, applicationId: string) =>
  (await readCase(reader, applicationId))?.checks
    .filter(({ id }) => id.endsWith("_confirmed"))
    .map(({ id, because }) => `${id} ${because.key.split(".")[1]}`);
const toDestroy = (applicationId: string) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update person_numbers set destroy_on = legal_today() where application_id = ${applicationId}`;
  });

async function answerTo(actor: Actor, statement: SQL): Promise<string> {
  try {
    return `done: ${await asActor(actor, async (tx) => (await tx.execute(statement)).rowCount)}`;
  } catch (error) {
    let code: unknown = violatedConstraint(error);
    for (let e = error; code === undefined && e instanceof Error; e = e.cause)
      code = (e as { code?: unknown }).code;
    return String(code);
  }
}

describe("the number of a person", () => {
  test("is not stored where the rules have no base for it", async () => {
    const { applicationId, actor } = await aCompleteDraft(sql);
    expect(await numbersOf(applicationId)).toEqual([]);
    const insert = raw`insert into person_numbers (application_id, organisation_id, person_key, number)
      values (${applicationId}::uuid, ${actor.organisationId}::uuid, 'x', 'x')`;
    expect(await answerTo(actor, insert)).toBe("person_numbers_allowed");
  });

  test("is not stored under an assumed base outside an example window", async () => {
    const windowId = await aWindow(sql, { ...WITH_NUMBER, isExample: false });
    const { applicationId, actor } = await aCompleteDraft(sql, { windowId });
    expect(await numbersOf(applicationId)).toEqual([]);
    const insert = raw`insert into person_numbers (application_id, organisation_id, person_key, number)
      values (${applicationId}::uuid, ${actor.organisationId}::uuid, 'x', 'x')`;
    expect(await answerTo(actor, insert)).toBe("person_numbers_allowed");
  });

  test("is stored sealed, for the days of the rules from filing", async () => {
    const { applicationId } = await aCaseWithNumber();
    const [row, ...others] = await numbersOf(applicationId);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ kept: true, days: 91 });
    expect(row?.text).not.toMatch(/\d{9}/);
  });

  test("is asked again when it was destroyed before filing", async () => {
    const windowId = await aWindow(sql, WITH_NUMBER);
    const { actor, applicationId } = await aCompleteDraft(sql, { windowId });
    await toDestroy(applicationId);
    await destroyNumbers();
    expect(await numbersOf(applicationId)).toMatchObject([{ kept: false }]);
    const [version] = await sql<{ answersVersion: number }[]>`
      select answers_version as "answersVersion" from applications where id = ${applicationId}`;
    const filing = { applicationId, answersVersion: version?.answersVersion ?? 0 };
    expect(await submitApplication(actor, filing)).toMatchObject({
      ok: false,
      refusal: { reason: "checks-failed", failed: [{ id: "person_number" }] },
    });
  });

  test("is replaced when another number is typed", async () => {
    const windowId = await aWindow(sql, WITH_NUMBER);
    const { actor, applicationId } = await aCompleteDraft(sql, { windowId });
    const before = await sql`select person_key from person_numbers where application_id = ${applicationId}`;
    const draft = await readDraft(actor, applicationId);
    if (!draft || draft === "filed") throw new Error("no draft");
    const [{ key, revision } = { key: "", revision: 0 }] = draft.trajectories;
    const answers = validTrajectory("werkgeverssubsidie", "2026-05-01");
    expect(
      await savePart(actor, { applicationId, part: `trajectory:${key}`, answers, revision }),
    ).toMatchObject({
      ok: true,
    });
    const after = await sql`select person_key from person_numbers where application_id = ${applicationId}`;
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  test("opens in no other row", async () => {
    const one = await aCaseWithNumber();
    const other = await aCaseWithNumber();
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update person_numbers n set number = o.number from person_numbers o
        where n.application_id = ${one.applicationId} and o.application_id = ${other.applicationId}`;
    });
    await expect(showNumber(one.reviewer, { ...one.person, ...reason })).rejects.toThrow();
    expect(await showNumber(other.reviewer, { ...other.person, ...reason })).toMatchObject({ ok: true });
  });
});

describe("the reviewer who has the case", () => {
  test("sees the number with a reason, each time with an event", async () => {
    const { reviewer, person, applicationId } = await aCaseWithNumber();
    for (let time = 0; time < 2; time++)
      expect(await showNumber(reviewer, { ...person, ...reason })).toMatchObject({
        ok: true,
        value: { number: expect.stringMatching(/^\d{10}$/) },
      });
    const opened = ["person-number.open", { trajectory: 1, use: "show" }];
    expect(await eventsOf(applicationId)).toEqual([opened, opened]);
    const { persons } = await personsOfCase(await aStaffMember(sql, ["auditor"]), applicationId);
    expect(persons[0]?.openings).toMatchObject([
      { use: "show", reason: reason.openingReason },
      { use: "show", reason: reason.openingReason },
    ]);
  });

  test("has the authorities asked; the answers count as checks, and the number goes sooner", async () => {
    const { reviewer, person, applicationId } = await aCaseWithNumber();
    expect(await outcomesOf(reviewer, applicationId)).toEqual([
      "permit_confirmed to_check",
      "employment_confirmed to_check",
    ]);
    const asked: unknown[] = [];
    const ask = async (question: unknown) => {
      asked.push(question);
      return "confirmed" as const;
    };
    expect(await askAboutPerson(reviewer, { ...person, kind: "permit" }, ask)).toMatchObject({ ok: true });
    expect(await numbersOf(applicationId)).toMatchObject([{ days: 91 }]);
    expect(await askAboutPerson(reviewer, { ...person, kind: "employment" }, ask)).toMatchObject({
      ok: true,
    });
    expect(asked).toEqual([
      {
        kind: "permit",
        number: expect.stringMatching(/^\d{10}$/),
        category: "asylum_fixed",
        validUntil: expect.any(String),
      },
      {
        kind: "employment",
        number: expect.stringMatching(/^\d{10}$/),
        kvkNumber: expect.stringMatching(/^\d{8}$/),
        startsOn: expect.any(String),
      },
    ]);
    expect(await numbersOf(applicationId)).toMatchObject([{ kept: true, days: 14 }]);
    expect(await outcomesOf(reviewer, applicationId)).toEqual([
      "permit_confirmed pass",
      "employment_confirmed pass",
    ]);
    expect(await eventsOf(applicationId)).toEqual([
      ["person-number.open", { trajectory: 1, use: "ask" }],
      ["person.check", { trajectory: 1, kind: "permit", result: "confirmed", way: "service" }],
      ["person-number.open", { trajectory: 1, use: "ask" }],
      ["person.check", { trajectory: 1, kind: "employment", result: "confirmed", way: "service" }],
    ]);
  });

  test("hears that an authority did not answer, and enters the outcome by hand", async () => {
    const { reviewer, person, applicationId } = await aCaseWithNumber();
    expect(await askAboutPerson(reviewer, { ...person, kind: "permit" }, async () => undefined)).toEqual({
      ok: false,
      refusal: { reason: "authority-silent" },
    });
    const outcome = {
      personCheck: "permit",
      checkResult: "differs",
      checkExplanation: "IND gebeld.",
    } as const;
    expect(await recordOutcome(reviewer, { ...person, ...outcome })).toMatchObject({ ok: true });
    expect(await outcomesOf(reviewer, applicationId)).toContain("permit_confirmed fail");
    const { persons } = await personsOfCase(reviewer, applicationId);
    expect(persons[0]?.checks).toMatchObject([
      { kind: "permit", result: "differs", way: "by_hand", explanation: "IND gebeld." },
    ]);
    const corrected = { ...outcome, checkResult: "confirmed" } as const;
    expect(await recordOutcome(reviewer, { ...person, ...corrected })).toMatchObject({ ok: true });
    expect(await outcomesOf(reviewer, applicationId)).toContain("permit_confirmed pass");
  });
});

describe("destruction", () => {
  test("happens on the day, with an event, and is not undone", async () => {
    const { reviewer, person, applicationId, actor } = await aCaseWithNumber();
    await destroyNumbers();
    expect(await numbersOf(applicationId)).toMatchObject([{ kept: true }]);
    await toDestroy(applicationId);
    await destroyNumbers();
    await destroyNumbers();
    expect(await numbersOf(applicationId)).toMatchObject([{ kept: false }]);
    expect((await eventsOf(applicationId)).map(([type]) => type)).toEqual(["person-number.destroy"]);
    expect(await showNumber(reviewer, { ...person, ...reason })).toEqual({
      ok: false,
      refusal: { reason: "number-destroyed" },
    });
    expect(await outcomesOf(reviewer, applicationId)).toEqual([
      "permit_confirmed no_longer",
      "employment_confirmed no_longer",
    ]);
    const back = raw`update person_numbers set number = 'x' where application_id = ${applicationId}::uuid`;
    for (const who of [actor, reviewer]) expect(await answerTo(who, back)).toBe("done: 0");
    expect(await answerTo({ kind: "system", task: "attack" }, back)).toBe("person_numbers_only_destroyed");
  });

  test("comes at once when the application is withdrawn", async () => {
    const filed = await aFiledApplication(sql, { windowId: await aWindow(sql, WITH_NUMBER) });
    const { actor, applicationId } = filed;
    expect(await withdrawApplication(actor, { applicationId })).toMatchObject({ ok: true });
    await destroyNumbers();
    expect(await numbersOf(applicationId)).toMatchObject([{ kept: false }]);
  });
});

describe("the database refuses", () => {
  const announce = (id: string) => raw`select announce_number_opening(uuidv7(), ${id}::uuid, 1, 'show', 'x')`;

  test("the number to everyone but the reviewer who has the case", async () => {
    const { applicationId, actor, reviewer } = await aCaseWithNumber();
    const others: Actor[] = [
      actor,
      await anEmployer(sql),
      await aStaffMember(sql, ["reviewer"]),
      await aStaffMember(sql, ["decider"]),
      await aStaffMember(sql, ["auditor"]),
      await aStaffMember(sql, ["budget_holder"]),
      { kind: "system", task: "attack" },
      { kind: "visitor" },
      { ...(await aStaffMember(sql, ["auditor"])), roles: ["reviewer"] },
    ];
    for (const other of others)
      expect(await answerTo(other, announce(applicationId)), JSON.stringify(other)).toBe(
        "person_numbers_handler_only",
      );
    for (const who of [...others, reviewer])
      expect(await answerTo(who, raw`select number from person_numbers`)).toBe(DENIED);
    expect(await eventsOf(applicationId)).toEqual([]);
  });

  test("to give a number in the transaction that records its opening, or to somebody else", async () => {
    const { applicationId, reviewer } = await aCaseWithNumber();
    const both = raw`select open_person_number(announce_number_opening(uuidv7(), ${applicationId}::uuid, 1, 'show', 'x'))`;
    expect(await answerTo(reviewer, both)).toBe("person_numbers_handler_only");
    await showNumber(reviewer, { applicationId, trajectory: 1, ...reason });
    const theirs = raw`select open_person_number((select id from person_number_openings where application_id = ${applicationId}::uuid limit 1))`;
    expect(await answerTo(await aStaffMember(sql, ["reviewer"]), theirs)).toBe("person_numbers_handler_only");
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update person_number_openings set opened_at = opened_at - interval '2 minutes' where application_id = ${applicationId}`;
    });
    expect(await answerTo(reviewer, theirs)).toBe("person_numbers_handler_only");
  });

  test("an opening without a reason", async () => {
    const { applicationId, reviewer } = await aCaseWithNumber();
    for (const none of [raw`null`, raw`''`])
      expect(
        await answerTo(
          reviewer,
          raw`select announce_number_opening(uuidv7(), ${applicationId}::uuid, 1, 'show', ${none})`,
        ),
      ).toBe("person_number_openings_reason");
  });

  test.each([
    ["to destroy before the day", raw`number = null`, "system", "person_numbers_only_destroyed"],
    ["to move the day", raw`destroy_on = '2099-01-01'`, "system", DENIED],
    ["to say that it is destroyed", raw`destroyed_at = now()`, "system", DENIED],
    ["to move the day as a reviewer", raw`destroy_on = '2099-01-01'`, "reviewer", DENIED],
  ] as const)("%s", async (_what, set, who, answer) => {
    const { applicationId, reviewer } = await aCaseWithNumber();
    const actor: Actor = who === "system" ? { kind: "system", task: "attack" } : reviewer;
    expect(
      await answerTo(
        actor,
        raw`update person_numbers set ${set} where application_id = ${applicationId}::uuid`,
      ),
    ).toBe(answer);
  });

  test("to remove the number of a filed application", async () => {
    const { applicationId, actor, reviewer } = await aCaseWithNumber();
    const remove = raw`delete from person_numbers where application_id = ${applicationId}::uuid`;
    for (const who of [actor, reviewer, { kind: "system", task: "attack" } as const])
      expect(await answerTo(who, remove)).toBe("done: 0");
    await expect(
      sql`delete from person_numbers where application_id = ${applicationId}`.then(
        () => "done",
        violatedConstraint,
      ),
    ).resolves.toBe("person_numbers_filed_unchanged");
  });

  test("a check by somebody who does not have the case, of another person, or without a base", async () => {
    const { applicationId, reviewer } = await aCaseWithNumber();
    const plain = await aFiledApplication(sql);
    const other = await aStaffMember(sql, ["reviewer"]);
    const check = (id: string, by: Staff, key?: string) => raw`
      insert into person_checks (application_id, trajectory, person_key, kind, result, way, checked_by)
      select ${id}::uuid, 1, coalesce(${key ?? null}, t.person_key), 'permit', 'confirmed', 'service', ${by.personId}::uuid
      from trajectories t where t.application_id = ${id}::uuid`;
    expect(await answerTo(other, check(applicationId, other))).toBe("person_checks_by_handler");
    expect(await answerTo(other, check(applicationId, reviewer))).toBe(DENIED);
    expect(await answerTo(reviewer, check(applicationId, reviewer, "x"))).toBe("person_checks_by_handler");
    expect(await answerTo(other, check(plain.applicationId, other))).toBe("person_checks_allowed");
    const auditor = await aStaffMember(sql, ["auditor"]);
    expect(await answerTo(auditor, check(applicationId, auditor))).toBe("person_checks_by_handler");
  });
});
