import { precheckAnswers, validTrajectory } from "../../db/testing/answers";
import { dayOf } from "../../lib/dates";
import { completeSections, fill, goOn, heading, send } from "../employer-walk";
import { expect, test } from "../fixtures";

const TODAY = dayOf(new Date());
const ANSWERS = { ...precheckAnswers("werkgeverssubsidie", TODAY), track: "women" };

test("[J-80] a first-time employer goes from the pre-check to the receipt, with a women's trajectory", {
  tag: ["@phone", "@no-js"],
}, async ({ visitor: page, anEmployer }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Kom ik in aanmerking voor de Werkgeverssubsidie?" }).click();
  await fill(page, { ...ANSWERS, hoursPerWeek: "12" });
  await page.getByRole("button", { name: "Bekijk de uitkomst" }).click();
  await expect(heading(page, "Nog niet")).toBeVisible();
  await expect(page.getByText("Het contract is voor 12 uur per week.")).toBeVisible();
  await expect(page.getByText("SOWIS 2025, overzicht aanvraagcriteria").first()).toBeVisible();
  await page.getByRole("link", { name: "Antwoorden veranderen" }).click();
  await expect(page.getByLabel("Uren werk per week")).toHaveValue("12");
  await page.getByLabel("Uren werk per week").fill("28");
  await page.getByRole("button", { name: "Bekijk de uitkomst" }).click();
  await expect(heading(page, "Ja, u kunt aanvragen")).toBeVisible();
  await expect(page.getByText("U krijgt dan ongeveer € 8.000.")).toBeVisible();

  await page.getByRole("link", { name: "Begin de aanvraag" }).click();
  await expect(heading(page, "Inloggen")).toBeVisible();
  await anEmployer({ at: page });
  await page.goto("/applications/new?scheme=werkgeverssubsidie");
  await page.getByRole("button", { name: "Begin een aanvraag werkgeverssubsidie" }).first().click();
  await expect(page.getByText("Uw antwoorden uit de check staan al ingevuld.")).toBeVisible();
  const taskList = (page.url().split("?")[0] ?? "").trim();

  await page.getByRole("link", { name: "Statushouder 1", exact: true }).click();
  await expect(page.getByLabel("Uren werk per week")).toHaveValue("28");
  await expect(page.getByLabel("Begeleiding voor vrouwen")).toBeChecked();
  const { hoursPerWeek: _carried, ...rest } = validTrajectory("werkgeverssubsidie", TODAY, "women");
  await fill(page, rest);
  await goOn(page);
  await expect(page).not.toHaveURL(/trajectories/);
  await completeSections(page, taskList);
  await expect(page.getByText("28", { exact: true })).toBeVisible();
  await send(page);
  await page.goto("/schemes/werkgeverssubsidie/check/result");
  await expect(heading(page, /Kom ik in aanmerking/)).toBeVisible();
});
