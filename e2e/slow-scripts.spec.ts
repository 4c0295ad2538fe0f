import type { Page } from "@playwright/test";
import { fill } from "./employer-walk";
import { expect, test } from "./fixtures";
import { aDraft, aFiling, anEmptyDraft, takeUp } from "./prepared";

/** Opens a page with delayed scripts; `arrive` lets them load and take over the page. */
async function opened(page: Page, path: string): Promise<{ arrive: () => Promise<void> }> {
  const arrived = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await arrived.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "domcontentloaded" });
  return {
    async arrive() {
      arrived.resolve();
      const takenOver = () =>
        page.evaluate(() =>
          [...document.forms].every((form) => Object.keys(form).some((key) => key.startsWith("__react"))),
        );
      await expect.poll(takenOver).toBe(true);
    },
  };
}

test("answers changed before the scripts load are saved automatically, and counted", async ({
  anEmployer,
}) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id, keys } = await aDraft(employer, { tracks: ["women"] });
  const path = `/applications/${id}/trajectories/${keys[0]}`;
  const { arrive } = await opened(page, path);
  const chosen = { inburgering: "not_obliged", contractType: "learn_work" };
  await fill(page, { ...chosen, guidancePlan: "Kort plan", contractEndsOn: "2031-02-03" });
  await page.locator('[name="womenMeasures"][value="network"]').uncheck();
  await page.locator('[name="womenMeasures"][value="safety"]').check();
  await arrive();
  await expect(page.getByText(/^Bewaard om/)).toBeVisible();
  await expect(page.getByText("U kunt nog 3.991 tekens gebruiken.")).toBeVisible();
  await page.reload();
  for (const [name, value] of Object.entries(chosen))
    await expect(page.locator(`[name="${name}"][value="${value}"]`)).toBeChecked();
  await expect(page.locator('[name="guidancePlan"]')).toHaveValue("Kort plan");
  await expect(page.locator('[name="contractEndsOn-year"]')).toHaveValue("2031");
  const measures = page.locator('[name="womenMeasures"]:checked');
  expect(await measures.evaluateAll((all) => all.map((one) => one.getAttribute("value")))).toEqual([
    "flexible_hours",
    "safety",
  ]);
});

test("a choice from a list before the scripts load is kept and sent", async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const draft = await anEmptyDraft(employer);
  const aid = await opened(page, `/applications/${draft}/state-aid`);
  const regulation = page.locator('[name="aid.0.regulation"]');
  await page.locator('[name="aidReceived"][value="yes"]').check();
  await page.locator('[name="aid.0.grantor"]').fill("Gemeente Utrecht");
  await regulation.selectOption("sgei");
  await aid.arrive();
  await expect(page.getByText(/^Bewaard om/)).toBeVisible();
  await page.reload();
  await expect(regulation).toHaveValue("sgei");

  const { id } = await aFiling(await anEmployer());
  const reviewer = await anOfficial(["reviewer"]);
  const colleague = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  const handOver = await opened(reviewer.page, `/cases/${id}`);
  const { page: staff } = reviewer;
  await staff.locator("summary").filter({ hasText: "Aan een collega geven" }).click();
  await staff.locator('select[name="to"]').selectOption(colleague.personId);
  await staff.getByLabel("Waarom krijgt iemand anders de aanvraag?").fill("Met verlof.");
  await handOver.arrive();
  await expect(staff.locator('select[name="to"]')).toHaveValue(colleague.personId);
});
