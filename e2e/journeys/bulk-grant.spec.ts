import { dayOf, yearOf } from "@/lib/dates";
import { expectAccessible } from "../accessible";
import { expect, type SignedIn, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, onADayOfTheirOwn, propose, readStatement, takeUp } from "../prepared";

const YEAR = yearOf(dayOf(new Date()));

test("[J-31] a decider grants the clean proposals of a day by keyboard, without the others", {
  tag: ["@phone"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const reviewer = await anOfficial(["reviewer"]);
  const inRegister = true;
  const employers = [
    await anEmployer({ inRegister }),
    await anEmployer({ inRegister }),
    await anEmployer({ inRegister }),
  ];
  const ids: string[] = [];
  for (const [place, employer] of employers.entries()) {
    const { id } = await aFiling(employer, {
      scheme: "startbaan",
      tracks: place === 2 ? ["general", "general"] : ["general"],
    });
    await takeUp(reviewer, id);
    if (place === 2) await propose(reviewer, id, ["1"], true);
    else await proposeClean(reviewer, id);
    ids.push(id);
  }
  const day = await onADayOfTheirOwn(sql, ids);

  const { page } = await anOfficial(["decider"]);
  await page.goto("/cases");
  await page.getByRole("link", { name: "Een hele dag samen toekennen" }).click();
  await expect(page.getByRole("table", { name: "Dagen met voorstellen" })).toBeVisible();
  await page.goto(`/cases/bulk-grant?plafond=startbaan-experimenten-${YEAR}&dag=${day}`);
  const others = page.getByRole("table", { name: "Voorstellen die niet meetellen" });
  await expect(others.getByText(employers[2]?.organisationName ?? "")).toBeVisible();
  const chosen = page.getByRole("table", { name: "Deze aanvragen worden toegekend" });
  for (const employer of employers.slice(0, 2))
    await expect(chosen.getByText(employer.organisationName)).toBeVisible();
  const concept = chosen.getByRole("link", { name: /^Lees het concept/ }).first();
  const letter = await page.request.get((await concept.getAttribute("href")) ?? "");
  expect((await letter.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await picture(page, "together");
  await expectAccessible(page);

  const button = page.getByRole("button", { name: /aanvragen toekennen$/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/aanvragen zijn toegekend/)).toBeVisible();
  for (const employer of employers.slice(0, 2)) {
    await employer.page.goto(`/applications/${ids[employers.indexOf(employer)]}`);
    await expect(employer.page.getByRole("heading", { name: "U krijgt € 10.000" })).toBeVisible();
  }
  await page.goto(`/cases/${ids[2]}`);
  await expect(page.getByRole("link", { name: "Voorstel bekijken en beslissen" })).toBeVisible();
});

/** No bank was asked: the reviewer opens the statement, and settles the check. */
async function proposeClean({ page }: SignedIn, id: string): Promise<void> {
  await page.goto(`/cases/${id}/propose`);
  const looked = page.getByRole("checkbox", { name: /^Ik heb het bankafschrift geopend/ });
  await looked.check();
  await page.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(page.getByText(/Open eerst het nieuwste bankafschrift/).first()).toBeVisible();
  await readStatement({ page } as SignedIn, id);
  await picture(page, "propose");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(page.getByText("U hoeft nu niets te doen.")).toBeVisible();
  await expect(page.getByText("de naam op het bankafschrift")).toBeVisible();
}
