import { randomInt, randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type postgres from "postgres";
import { asActor } from "../db/client";
import { applications } from "../db/schema";
import { anIban, validSections, validTrajectory } from "../db/testing/answers";
import { aPdf } from "../db/testing/files";
import type { Actor, Employer, Staff, StaffRole } from "../lib/actor";
import type { Part } from "../lib/answers/draft";
import { type Day, dayOf, yearOf } from "../lib/dates";
import { decide as decideOn } from "../lib/decisions/commands/decide";
import { propose as makeProposal } from "../lib/decisions/commands/propose";
import { takeUp as takeUpCase } from "../lib/decisions/commands/take-up";
import { addDocument } from "../lib/documents/commands/add-document";
import { addTrajectory } from "../lib/filing/commands/add-trajectory";
import { savePart } from "../lib/filing/commands/save-part";
import { startApplication } from "../lib/filing/commands/start-application";
import { submitApplication } from "../lib/filing/commands/submit-application";
import type { Result } from "../lib/result";
import type { Scheme, Track } from "../lib/vocabulary/scheme";
import type { SignedIn } from "./fixtures";
import { fillIn, plainForm, post } from "./plain-form";

/**
 * Set-up of tests. Records that most tests need are made by the commands that the screens call; the others by a form
 * without scripts.
 */
type Answers = Record<string, string | readonly string[]>;

/** Sends one form without scripts; gives the target of its redirect. */
async function send(page: Page, path: string, button: string, answers: Answers = {}): Promise<string> {
  const form = await plainForm(page, path, button);
  fillIn(form, answers);
  const answer = await post(page, path, form);
  expect(answer.status(), `${button} on ${path}`).toBe(303);
  return new URL(answer.headers().location ?? "", answer.url()).pathname;
}

async function done<T>(command: Promise<Result<T, unknown>>): Promise<T> {
  const result = await command;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const employerOf = ({ personId, organisationId, sessionId }: SignedIn): Employer => {
  if (organisationId === null) throw new Error("an official files nothing");
  return { kind: "employer", personId, organisationId, sessionId, assurance: "loa3" };
};

const officialOf = ({ personId }: SignedIn, role: StaffRole): Staff => ({
  kind: "staff",
  personId,
  roles: [role],
});

async function versionsOf(actor: Actor, id: string): Promise<{ version: number; answersVersion: number }> {
  const { version, answersVersion } = applications;
  const [row] = await asActor(actor, (tx) =>
    tx.select({ version, answersVersion }).from(applications).where(eq(applications.id, id)),
  );
  if (!row) throw new Error(`there is no application ${id} here`);
  return row;
}

export type Draft = { id: string; keys: string[]; pseudonyms: string[] };

/** An empty draft in the example window of `today`, or in another one. */
export async function anEmptyDraft(
  employer: SignedIn,
  scheme: Scheme = "werkgeverssubsidie",
  today: Day = dayOf(new Date()),
  windowId = `voorbeeld-${scheme}-${yearOf(today)}`,
): Promise<string> {
  return (await done(startApplication(employerOf(employer), windowId))).applicationId;
}

/** Adds an empty trajectory; gives its key. */
export const anEmptyTrajectory = async (employer: SignedIn, id: string): Promise<string> =>
  (await done(addTrajectory(employerOf(employer), { applicationId: id, key: randomUUID() }))).key;

/** `today` is the day on which it is written. */
type DraftOptions = {
  scheme?: Scheme;
  tracks?: Track[];
  hasStatement?: boolean;
  today?: Day;
  windowId?: string;
};

/** A complete draft, bank statement included, with one trajectory per track. */
export async function aDraft(
  employer: SignedIn,
  {
    scheme = "werkgeverssubsidie",
    tracks = ["general"],
    hasStatement = true,
    today = dayOf(new Date()),
    windowId,
  }: DraftOptions = {},
): Promise<Draft> {
  const actor = employerOf(employer);
  const id = await anEmptyDraft(employer, scheme, today, windowId);
  const save = (part: Part, answers: Parameters<typeof savePart>[1]["answers"]) =>
    done(savePart(actor, { applicationId: id, part, answers, revision: 0 }));
  const draft: Draft = { id, keys: [], pseudonyms: [] };
  for (const track of tracks) {
    const key = await anEmptyTrajectory(employer, id);
    const answers = validTrajectory(scheme, today, track);
    await save(`trajectory:${key}`, answers);
    draft.keys.push(key);
    draft.pseudonyms.push(String(answers.pseudonym));
  }
  const { company, stateAid, bank, declarations } = validSections(today);
  await save("company", company);
  await save("stateAid", stateAid);
  await save("bank", { ...bank, iban: anIban() });
  await save("declarations", declarations);
  const statement = { kind: "bank_statement", name: "Afschrift.pdf", bytes: aPdf() } as const;
  if (hasStatement) await done(addDocument(actor, { applicationId: id, ...statement }));
  return draft;
}

/** A draft as above, filed. */
export async function aFiling(employer: SignedIn, options?: DraftOptions): Promise<Draft> {
  const draft = await aDraft(employer, options);
  await file(employer, draft.id);
  return draft;
}

/** Files a draft. */
export async function file(employer: SignedIn, id: string): Promise<void> {
  const actor = employerOf(employer);
  const { answersVersion } = await versionsOf(actor, id);
  await done(submitApplication(actor, { applicationId: id, answersVersion }));
}

export async function takeUp(official: SignedIn, id: string): Promise<void> {
  const actor = officialOf(official, "reviewer");
  const { version } = await versionsOf(actor, id);
  await done(takeUpCase(actor, { applicationId: id, version }));
}

/** Proposes to grant the trajectories with these numbers, and to refuse the others on the conditions. */
export async function propose(official: SignedIn, id: string, granted: readonly string[], refused = false) {
  const actor = officialOf(official, "reviewer");
  const { version } = await versionsOf(actor, id);
  const explanation = refused ? "Het plan beschrijft geen eigen begeleiding." : "";
  await done(
    makeProposal(actor, {
      applicationId: id,
      version,
      granted: granted.map(Number),
      grounds: refused ? ["conditions"] : [],
      explanation,
    }),
  );
}

export async function decide(official: SignedIn, id: string): Promise<void> {
  const actor = officialOf(official, "decider");
  const { version } = await versionsOf(actor, id);
  await done(decideOn(actor, { applicationId: id, version }));
}

/** Opens the bank statement, which a reviewer must do before settling the name check. */
export async function readStatement({ page }: SignedIn, id: string): Promise<void> {
  const html = await (await page.request.get(`/cases/${id}/propose`)).text();
  const [path] = new RegExp(`/cases/${id}/documents/[0-9a-f-]+/download`).exec(html) ?? [];
  expect((await page.request.get(path ?? "")).ok(), "the bank statement").toBe(true);
}

/** Asks the employer to complete one item, with two weeks to do so. */
export async function askToComplete({ page }: SignedIn, id: string, item: string): Promise<void> {
  const base = `/cases/${id}/completion`;
  const words = { "words-0": "Wij kunnen dit niet gebruiken." };
  await send(page, `${base}/letter?item=${item}`, "Bekijk wat de werkgever leest", words);
  await send(page, `${base}/preview`, "Verstuur aan de werkgever");
}

/** Sends an intended refusal because of wrong facts, with time to respond. */
export async function meanToRefuse({ page }: SignedIn, id: string, explanation: string): Promise<void> {
  const base = `/cases/${id}/intend-refusal`;
  await send(page, base, "Bekijk wat de werkgever leest", { grounds: "false_data", explanation });
  await send(page, `${base}/preview`, "Verstuur aan de werkgever");
}

/** Sends an intention to lower a grant to these trajectories, and the employer's response. */
export async function hearOnLowering(
  { page }: SignedIn,
  employer: SignedIn,
  id: string,
  keep: readonly string[],
) {
  const why = { loweringGrounds: "activities_not_done", explanation: "De begeleiding is niet begonnen." };
  const base = `/cases/${id}/intend-lowering`;
  await send(page, base, "Bekijk wat de werkgever leest", { keep, ...why });
  await send(page, `${base}/preview`, "Verstuur aan de werkgever");
  const response = { response: "Dat klopt, zij begint later." };
  await send(employer.page, `/applications/${id}/respond`, "Reactie versturen", response);
}

/**
 * Ranks these applications on a day that no other test has, before all others, so that the next case is one of them;
 * gives the day.
 */
export async function onADayOfTheirOwn(sql: postgres.Sql, ids: readonly string[]): Promise<string> {
  const day = new Date(Date.UTC(1990, 0, 1 + randomInt(10_000))).toISOString().slice(0, 10);
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = ${day} where id = any (${ids as string[]})`;
    await tx`update work_items set rank_day = ${day} where application_id = any (${ids as string[]})`;
  });
  return day;
}
