import type { Page } from "@playwright/test";
import { precheckAnswers } from "../db/testing/answers";
import { dayOf } from "../lib/dates";
import { SCHEMES } from "../lib/vocabulary/scheme";
import { expectAccessible } from "./accessible";
import { fill } from "./employer-walk";
import { expect, type SignedIn, test } from "./fixtures";
import { aDraft, aFiling, anEmptyDraft, anEmptyTrajectory, decide, propose, takeUp } from "./prepared";

async function look(page: Page, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible(page);
  }
}

/** Sends an invalid form, with its problems on screen. */
async function lookAtProblems(page: Page, path: string, button: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("alert", { name: /klop(t|pen) nog/ })).toBeVisible();
  await expectAccessible(page);
}

test.describe("for everybody", () => {
  test("the home page and the budget", async ({ visitor: page }) => {
    await look(
      page,
      "/",
      "/budget",
      "/open-data",
      "/anchors",
      ...SCHEMES.map((scheme) => `/schemes/${scheme}`),
    );
  });

  for (const scheme of SCHEMES)
    test(`the pre-check for ${scheme}, its problems, and each of its outcomes`, async ({ visitor: page }) => {
      const path = `/schemes/${scheme}/check`;
      await look(page, path);
      await lookAtProblems(page, path, "Bekijk de uitkomst");
      for (const [hoursPerWeek, permitCategory] of [
        ["24", "asylum_fixed"],
        ["8", "asylum_fixed"],
        ["24", "other"],
      ] as const) {
        await page.goto(path);
        await fill(page, { ...precheckAnswers(scheme, dayOf(new Date())), hoursPerWeek, permitCategory });
        await page.getByRole("button", { name: "Bekijk de uitkomst" }).click();
        await expect(page).toHaveURL(/\/result$/);
        await expectAccessible(page);
      }
    });

  test("the public status, accessibility and privacy", async ({ visitor: page }) => {
    await look(page, "/toegankelijkheid", "/privacy");
    await lookAtProblems(page, "/status", "Bekijk waar de aanvraag staat");
  });

  test("the same in English", async ({ visitor: page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en-NL");
    await look(page, "/", "/budget", "/sign-in", "/status", "/toegankelijkheid", "/privacy", "/nothing-here");
  });

  test("signing in, signing out, and a page that does not exist", async ({ visitor: page }) => {
    await look(page, "/letter-check", `/letter-check?sum=${"0".repeat(64)}`, "/letter-check?problem=file");
    await look(page, "/sign-in", "/sign-in?problem=session-ended&next=/applications", "/signed-out");
    await look(page, "/nothing-here", "/schemes/nothing-here");
  });
});

test.describe("for an employer", () => {
  test("before an application", async ({ anEmployer }) => {
    const { page } = await anEmployer();
    await look(page, "/applications", "/applications/new", "/organisation");
  });

  for (const scheme of SCHEMES)
    test(`an empty draft for ${scheme}, and the problems of each form`, async ({ anEmployer }) => {
      const employer = await anEmployer();
      const { page } = employer;
      const id = await anEmptyDraft(employer, scheme);
      await look(page, `/applications/${id}`, `/applications/${id}/invite`);
      const key = await anEmptyTrajectory(employer, id);
      await look(page, `/applications/${id}`, `/applications/${id}/check`);
      await look(page, `/applications/${id}/documents`);
      await lookAtProblems(page, `/applications/${id}/documents`, "Voeg dit bestand toe");
      for (const part of ["company", "state-aid", "bank", "declarations", `trajectories/${key}`]) {
        await look(page, `/applications/${id}/${part}`);
        await lookAtProblems(page, `/applications/${id}/${part}`, "Opslaan en verder");
      }
    });

  test("a complete draft, then filed, then withdrawn", async ({ anEmployer }) => {
    const employer = await anEmployer();
    const { page } = employer;
    const { id, keys } = await aDraft(employer, { scheme: "startbaan", tracks: ["general", "women"] });
    const trajectory = `/applications/${id}/trajectories/${keys[1]}`;
    await look(page, `/applications/${id}`, trajectory, `${trajectory}/remove`, `/applications/${id}/check`);
    await page.getByRole("button", { name: "Verzend de aanvraag" }).click();
    await expect(page).toHaveURL(/\/receipt$/);
    await expectAccessible(page);
    await look(page, "/applications", `/applications/${id}`, `/applications/${id}/withdraw`);
    await page.getByRole("button", { name: "Ja, trek de aanvraag in" }).click();
    await expect(page).toHaveURL(`/applications/${id}`);
    await expectAccessible(page);
  });
});

const OUTCOMES = [
  { outcome: "granted", granted: ["1", "2"] },
  { outcome: "granted in part", granted: ["1"] },
  { outcome: "refused", granted: [] },
];

for (const { outcome, granted } of OUTCOMES)
  test(`an application that is ${outcome}, as seen by the employer and by officials`, async ({
    anEmployer,
    anOfficial,
  }) => {
    const employer = await anEmployer();
    const { id } = await aFiling(employer, { tracks: ["general", "women"] });
    await toDecision(id, granted, await anOfficial(["reviewer"]), await anOfficial(["decider"]));
    await look(employer.page, `/applications/${id}`, "/applications");
    const auditor = await anOfficial(["auditor"]);
    await look(auditor.page, `/cases/${id}`, "/cases");
    await look(auditor.page, "/audit", "/audit?naam=Mees", "/audit/chain", "/audit/chain?check=1");
    await auditor.page.goto("/audit?soort=audit.verify");
    await auditor.page.getByRole("link", { name: "Keten gecontroleerd" }).first().click();
    await expectAccessible(auditor.page);
  });

async function toDecision(id: string, granted: string[], reviewer: SignedIn, decider: SignedIn) {
  await takeUp(reviewer, id);
  await propose(reviewer, id, granted, granted.length < 2);
  await decide(decider, id);
}

test("for officials: the list, a case in each state, a proposal and a decision with their problems", async ({
  anEmployer,
  anOfficial,
}) => {
  const { id } = await aFiling(await anEmployer(), { scheme: "startbaan", tracks: ["women", "general"] });
  const [reviewer, decider] = [await anOfficial(["reviewer"]), await anOfficial(["decider"])];
  await look(reviewer.page, "/cases", "/cases?toon=besloten&regeling=startbaan&van=mij", `/cases/${id}`);
  await takeUp(reviewer, id);
  await look(reviewer.page, `/cases/${id}`, `/cases/${id}/propose`);
  await reviewer.page.getByRole("checkbox", { name: "Traject 2" }).uncheck();
  await reviewer.page.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(reviewer.page.getByText("Kies ten minste één grond.").first()).toBeVisible();
  await expectAccessible(reviewer.page);
  await propose(reviewer, id, ["1"], true);
  await look(reviewer.page, `/cases/${id}`);
  await look(decider.page, "/cases/bulk-grant", "/cases", `/cases/${id}`, `/cases/${id}/decide`);
  await lookAtProblems(decider.page, `/cases/${id}/decide`, "Terugsturen naar de beoordelaar");
});
