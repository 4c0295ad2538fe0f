import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { anIban } from "@/db/testing/answers";
import { aCaseInReview, aProposedCase, belongsTo } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aStaffMember, theBudget } from "@/db/testing/factories";
import type { Employer, Staff, StaffRole } from "@/lib/actor";
import { checkInvariants } from "@/lib/audit/queries/check-invariants";
import { searchEvents } from "@/lib/audit/queries/search-events";
import { denyTied } from "@/lib/cases/commands/deny-tied";
import { visitCase } from "@/lib/cases/commands/visit-case";
import { writeNote } from "@/lib/cases/commands/write-note";
import { besideCase } from "@/lib/cases/queries/case-sidebar";
import { askQuestion } from "@/lib/correspondence/commands/ask-question";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { NotFound } from "@/lib/errors";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { readCase } from "@/lib/screens/queries/read-case";
import { isTied } from "./queries/is-tied";

const { sql } = await testDatabase();

/** What may be compared across employers: it names nobody. */
const COMPARED = ["trajectories", "undertakings", "lots", "ledger_entries"];

let employer: Employer;
let granted: { applicationId: string; reference: string };

beforeAll(async () => {
  await theBudget(sql, yearOf(dayOf(new Date())));
  const proposed = await aProposedCase(sql);
  const { applicationId, actor, reviewer } = proposed;
  await writeNote(reviewer, { applicationId, note: "Gebeld." });
  await askQuestion(actor, { applicationId, id: crypto.randomUUID(), question: "Hoe lang duurt het?" });
  await visitCase(reviewer, applicationId);
  const decided = await decide(await aStaffMember(sql, ["decider"]), proposed);
  if (!decided.ok) throw new Error(decided.refusal.reason);
  await publishLetter({ kind: "decision", applicationId, about: "5" });
  employer = actor;
  granted = proposed;
});

const tied = async (...roles: StaffRole[]) => {
  const official = await aStaffMember(sql, roles);
  await belongsTo(sql, official, employer);
  return official;
};
const rowsOf = async (actor: Staff, table: string) => {
  const column = table === "applications" ? "id" : "application_id";
  const found = await asActor(actor, (tx) =>
    tx.execute(`select 1 from "${table}" where ${column} = '${granted.applicationId}'`),
  ).catch(() => ({ rows: [] }));
  return found.rows.length;
};
const tables = async () => [
  "applications",
  ...(
    await sql<{ name: string }[]>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'application_id' order by 1`
  ).map(({ name }) => name),
];

describe.each(["reviewer", "decider", "auditor"] as const)("a %s who is tied to the employer", (role) => {
  test("reads no row about the application where a colleague reads some", async () => {
    const [own, colleague] = [await tied(role), await aStaffMember(sql, [role])];
    const filled: string[] = [];
    for (const table of await tables()) {
      const [mine, theirs] = [await rowsOf(own, table), await rowsOf(colleague, table)];
      if (theirs > 0) filled.push(table);
      expect(mine, table).toBe(COMPARED.includes(table) ? theirs : 0);
    }
    expect(filled).toEqual(
      expect.arrayContaining(["applications", "decisions", "documents", "events", "letters", "messages"]),
    );
    expect(filled).toEqual(expect.arrayContaining(["proposals", "questions", "work_items"]));
  });

  test("opens no case and is told why; a colleague opens it", async () => {
    const [own, colleague] = [await tied(role), await aStaffMember(sql, [role])];
    expect(await readCase(own, granted.applicationId)).toBeUndefined();
    expect(await isTied(own, granted.applicationId)).toBe(true);
    expect(await readCase(colleague, granted.applicationId)).toMatchObject({ reference: granted.reference });
    expect(await isTied(colleague, granted.applicationId)).toBe(false);
  });
});

test("a reviewer who is tied writes nothing in the file, also past the commands", async () => {
  const note = (by: Staff) =>
    asActor(by, (tx) =>
      tx.execute(
        `insert into case_notes (application_id, written_by, text) values ('${granted.applicationId}', '${by.personId}', 'Gebeld.')`,
      ),
    );
  await note(await aStaffMember(sql, ["reviewer"]));
  await expect(note(await tied("reviewer"))).rejects.toThrow();
});

test("an auditor who is tied finds no event of the application, and verifies all the same", async () => {
  const auditor = await tied("auditor");
  const { reference } = granted;
  expect((await searchEvents(auditor, { reference })).items).toEqual([]);
  expect((await searchEvents(await aStaffMember(sql, ["auditor"]), { reference })).items).not.toEqual([]);
  expect((await checkInvariants()).filter(({ outcome }) => outcome !== "holds")).toEqual([]);
});

test("a budget holder who is tied counts what everybody counts", async () => {
  const [own, colleague] = [await tied("budget_holder"), await aStaffMember(sql, ["budget_holder"])];
  for (const table of ["applications", "ledger_entries", "decisions"])
    expect(await rowsOf(own, table), table).toBe(await rowsOf(colleague, table));
});

test("nothing is written about an application of the own employer", async () => {
  const own = await tied("reviewer");
  const { applicationId } = granted;
  await expect(writeNote(own, { applicationId, note: "x" })).rejects.toThrow(NotFound);
  const question = { applicationId, id: crypto.randomUUID(), question: "x" };
  expect(await askQuestion(own, question)).toMatchObject({ refusal: { reason: "own-employer" } });
});

test("a check of another case sees what it shares with one of the own employer, and its page does not lead there", async () => {
  const iban = anIban();
  const ofOwn = await aFiledApplication(sql, { iban });
  const other = await aCaseInReview(sql, { actor: await anEmployer(sql), iban });
  const reviewer = await aStaffMember(sql, ["reviewer"]);
  await belongsTo(sql, reviewer, ofOwn.actor);
  const view = await readCase(reviewer, other.applicationId);
  expect(view?.checks.find(({ id }) => id === "shared_account")).toMatchObject({ outcome: "attention" });
  const relatedTo = async (official: Staff) =>
    (await besideCase(official, other.applicationId, [])).related.map(({ id }) => id);
  expect(await relatedTo(reviewer)).not.toContain(ofOwn.applicationId);
  expect(await relatedTo(other.reviewer)).toContain(ofOwn.applicationId);
});

test("ties are looked up once in a statement, however many rows it reads", async () => {
  const own = await tied("reviewer");
  const { rows } = await asActor(own, (tx) =>
    tx.execute<{ "QUERY PLAN": string }>(
      "explain (analyze, verbose) select * from work_items i join letters l using (application_id)",
    ),
  );
  const plan = rows.map((row) => row["QUERY PLAN"]);
  const lookedUp = plan.filter((line) => line.includes("tied_applications()"));
  expect(lookedUp.length).toBeGreaterThan(0);
  for (const line of lookedUp) expect(line).toMatch(/^\s+Output: tied_applications\(\)$/);
});

test("who is untied again reads it", async () => {
  const own = await tied("reviewer");
  await sql`delete from staff_interests where person_id = ${own.personId}`;
  expect(await readCase(own, granted.applicationId)).toBeDefined();
});

test("what a tied official is refused is an event in their own stream", async () => {
  const official = await tied("reviewer");
  const { applicationId } = granted;
  const question = { applicationId, id: crypto.randomUUID(), question: "Mag ik dit zien?" };
  expect(await askQuestion(official, question)).toMatchObject({ refusal: { reason: "own-employer" } });
  expect(await denyTied(official, applicationId)).toBe(true);
  const denied = await sql`select application_id, payload from events
    where type = 'access.deny' and stream = ${`person:${official.personId}`}`;
  expect(denied).toEqual(Array(2).fill({ application_id: applicationId, payload: { reason: "tie" } }));
  expect(await denyTied(await aStaffMember(sql, ["reviewer"]), applicationId)).toBe(false);
});
