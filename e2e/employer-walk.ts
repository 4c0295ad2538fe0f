import { expect, type Page } from "@playwright/test";
import { validSections, validTrajectory } from "../db/testing/answers";
import { aPdf } from "../db/testing/files";
import { dayOf } from "../lib/dates";
import type { Scheme, Track } from "../lib/vocabulary/scheme";

type Answers = Record<string, string | string[]>;

/** Fills in the fields of a page by name, whatever their kind. */
export async function fill(page: Page, answers: Answers): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const day = page.locator(`[name="${name}-day"]`);
    if (await day.count()) {
      const [year = "", month = "", date = ""] = String(answer).split("-");
      await day.fill(date);
      await page.locator(`[name="${name}-month"]`).fill(month);
      await page.locator(`[name="${name}-year"]`).fill(year);
      continue;
    }
    const field = page.locator(`[name="${name}"]`);
    if (answer === "" && !(await field.first().isVisible())) continue;
    if ((await field.evaluateAll(([first]) => first?.tagName)) === "SELECT") {
      await field.selectOption(answer);
      continue;
    }
    const ticked = ["radio", "checkbox"].includes((await field.first().getAttribute("type")) ?? "");
    for (const value of [answer].flat())
      await (ticked ? page.locator(`[name="${name}"][value="${value}"]`).check() : field.fill(value));
  }
}

export const goOn = (page: Page) => page.getByRole("button", { name: "Opslaan en verder" }).click();
export const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });

/** Starts an application in the example window that is open today; ends on its task list. */
export async function start(page: Page, scheme: Scheme): Promise<string> {
  await page.goto("/applications");
  await page
    .getByRole("button", { name: `Begin een aanvraag ${scheme}` })
    .first()
    .click();
  await expect(heading(page, new RegExp(`Aanvraag ${scheme}`))).toBeVisible();
  return page.url();
}

/** Fills in every part, with one trajectory per track; ends on the check page. */
export async function complete(page: Page, scheme: Scheme, tracks: readonly Track[]): Promise<void> {
  const taskList = page.url();
  const today = dayOf(new Date());
  for (const [place, track] of tracks.entries()) {
    await page.goto(taskList);
    await page
      .getByRole("button", {
        name: place === 0 ? "Voeg een statushouder toe" : "Voeg nog een statushouder toe",
      })
      .click();
    await expect(heading(page, /Wie begeleidt u/)).toBeVisible();
    await fill(page, validTrajectory(scheme, today, track));
    await goOn(page);
    await expect(page).not.toHaveURL(/trajectories/);
  }
  await completeSections(page, taskList);
}

/** Adds a bank statement, because the test bank confirms no name. */
async function addFile(page: Page, taskList: string): Promise<void> {
  await page.goto(`${taskList}/documents`);
  await page.getByLabel("Het bestand", { exact: true }).setInputFiles({
    name: "Bankafschrift.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(aPdf()),
  });
  await page.getByRole("button", { name: "Voeg dit bestand toe" }).click();
  await expect(page.getByText("Het bestand is toegevoegd.")).toBeVisible();
}

/** Fills in every part but the trajectories; ends on the check page. */
export async function completeSections(page: Page, taskList: string): Promise<void> {
  const { company, stateAid, bank, declarations } = validSections(dayOf(new Date()));
  for (const [path, answers] of [
    ["company", company],
    ["state-aid", stateAid],
    ["bank", bank],
    ["declarations", declarations],
  ] as const) {
    await page.goto(`${taskList}/${path}`);
    await fill(page, answers as Answers);
    await goOn(page);
    await expect(page).not.toHaveURL(new RegExp(`/${path}$`));
  }
  await addFile(page, taskList);
  await page.goto(`${taskList}/check`);
  await expect(heading(page, "Nakijken en verzenden")).toBeVisible();
}

/** Files the checked answers; gives the reference on the receipt. */
export async function send(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Verzend de aanvraag" }).click();
  await expect(heading(page, "Uw aanvraag is verzonden")).toBeVisible();
  const reference = /(WS|SB)-\d{4}-\d{6}-\w/.exec((await page.getByRole("main").textContent()) ?? "")?.[0];
  expect(reference).toBeDefined();
  return reference ?? "";
}
