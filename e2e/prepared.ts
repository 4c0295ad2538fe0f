import { expect, type Page } from "@playwright/test";
import { anIban, validSections, validTrajectory } from "../db/testing/answers";
import { aPdf } from "../db/testing/files";
import { type Day, dayOf } from "../lib/dates";
import type { Scheme, Track } from "../lib/vocabulary/scheme";
import type { SignedIn } from "./fixtures";
import { baseURL, fillIn, plainForm, post } from "./plain-form";

type Answers = Record<string, string | readonly string[]>;

/** Sends one form without scripts; gives where its answer leads. */
async function send(page: Page, path: string, button: string, answers: Answers = {}): Promise<string> {
  const form = await plainForm(page, path, button);
  fillIn(form, answers);
  const answer = await post(page, path, form);
  expect(answer.status(), `${button} on ${path}`).toBe(303);
  return new URL(answer.headers().location ?? "", answer.url()).pathname;
}

const lastPartOf = (path: string): string => path.split("/").at(-1) ?? "";

export type Draft = { id: string; keys: string[]; pseudonyms: string[] };

/** A draft in the example window of today in which nothing is filled in. */
export async function anEmptyDraft({ page }: SignedIn, scheme: Scheme = "werkgeverssubsidie") {
  return lastPartOf(await send(page, "/applications", `Begin een aanvraag ${scheme}`));
}

/** One more trajectory, empty; gives its key. */
export async function anEmptyTrajectory({ page }: SignedIn, id: string, place = 0): Promise<string> {
  const button = place === 0 ? "Voeg een statushouder toe" : "Voeg nog een statushouder toe";
  return lastPartOf(await send(page, `/applications/${id}`, button));
}

/** `today` is the day on which it is written. */
type DraftOptions = { scheme?: Scheme; tracks?: Track[]; hasStatement?: boolean; today?: Day };

/** Sends a bank statement along, as a form without scripts does. */
async function addStatement({ page }: SignedIn, id: string): Promise<void> {
  const answer = await page.request.post(`/api/applications/${id}/documents`, {
    headers: { origin: new URL(baseURL).origin },
    multipart: {
      documentKind: "bank_statement",
      documentFile: { name: "Afschrift.pdf", mimeType: "application/pdf", buffer: Buffer.from(aPdf()) },
    },
    maxRedirects: 0,
  });
  expect(answer.headers().location, "the bank statement").toContain("added=");
}

/** A draft in which everything is filled in rightly, bank statement included, with one trajectory per track. */
export async function aDraft(
  employer: SignedIn,
  {
    scheme = "werkgeverssubsidie",
    tracks = ["general"],
    hasStatement = true,
    today = dayOf(new Date()),
  }: DraftOptions = {},
): Promise<Draft> {
  const id = await anEmptyDraft(employer, scheme);
  const save = (path: string, answers: Answers) =>
    send(employer.page, `/applications/${id}/${path}`, "Opslaan en verder", answers);
  const draft: Draft = { id, keys: [], pseudonyms: [] };
  for (const [place, track] of tracks.entries()) {
    const key = await anEmptyTrajectory(employer, id, place);
    const answers = validTrajectory(scheme, today, track);
    await save(`trajectories/${key}`, answers);
    draft.keys.push(key);
    draft.pseudonyms.push(String(answers.pseudonym));
  }
  const { company, stateAid, bank, declarations } = validSections(today);
  await save("company", company);
  await save("state-aid", stateAid);
  await save("bank", { ...bank, iban: anIban() });
  await save("declarations", declarations);
  if (hasStatement) await addStatement(employer, id);
  return draft;
}

/** A draft as above, sent. */
export async function aFiling(employer: SignedIn, options?: Parameters<typeof aDraft>[1]): Promise<Draft> {
  const draft = await aDraft(employer, options);
  await send(employer.page, `/applications/${draft.id}/check`, "Verzend de aanvraag");
  return draft;
}

export const takeUp = ({ page }: SignedIn, id: string) => send(page, `/cases/${id}`, "In behandeling nemen");

/** Opens the bank statement, as a reviewer does before saying that the name on it is right. */
export async function readStatement({ page }: SignedIn, id: string): Promise<void> {
  const html = await (await page.request.get(`/cases/${id}/propose`)).text();
  const [path] = new RegExp(`/cases/${id}/documents/[0-9a-f-]+/download`).exec(html) ?? [];
  expect((await page.request.get(path ?? "")).ok(), "the bank statement").toBe(true);
}

/** Proposes to grant the trajectories with these numbers, and to refuse the others because of the conditions. */
export async function propose({ page }: SignedIn, id: string, granted: readonly string[], refused = false) {
  const why = { grounds: "conditions", explanation: "Het plan beschrijft geen eigen begeleiding." };
  await send(page, `/cases/${id}/propose`, "Voorstel doen", { granted, ...(refused && why) });
}

export const decide = ({ page }: SignedIn, id: string) => send(page, `/cases/${id}/decide`, "Besluit nemen");

/** Asks the employer to complete one item, with two weeks to do so. */
export async function askToComplete({ page }: SignedIn, id: string, item: string): Promise<void> {
  const base = `/cases/${id}/completion`;
  const words = { "words-0": "Wij kunnen dit niet gebruiken." };
  await send(page, `${base}/letter?item=${item}`, "Bekijk wat de werkgever leest", words);
  await send(page, `${base}/preview`, "Verstuur aan de werkgever");
}

/** Means to refuse because of wrong facts, and gives the employer time to respond. */
export async function meanToRefuse({ page }: SignedIn, id: string, explanation: string): Promise<void> {
  const base = `/cases/${id}/intend-refusal`;
  await send(page, base, "Bekijk wat de werkgever leest", { grounds: "false_data", explanation });
  await send(page, `${base}/preview`, "Verstuur aan de werkgever");
}

/** Tells an employer that his grant is meant to be lowered to these trajectories, and has him say something to it. */
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
