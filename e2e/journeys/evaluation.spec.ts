import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { aFiling } from "../prepared";

test("[J-64] a budget holder sees counts of trajectories, with small ones suppressed", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  await aFiling(await anEmployer(), { scheme: "startbaan", tracks: ["women"] });
  const { page } = await anOfficial(["budget_holder"]);
  await page.goto("/evaluation");
  const table = page.getByRole("table", { name: "Leerroute" });
  await expect(table.getByRole("rowheader", { name: "Samen" })).toBeVisible();
  for (const cell of await table.getByRole("cell").allTextContents()) {
    const count = Number(cell.replaceAll(".", ""));
    expect(cell === "verborgen" || count === 0 || count >= 10, cell).toBe(true);
  }
  await expectAccessible(page);

  const csv = await (await page.request.get("/evaluation/counts.csv")).text();
  expect(csv).toContain("regeling,jaar,kenmerk,waarde,uitkomst,aantal\r\n");
  expect(csv).toMatch(/^startbaan,\d{4},route,b1,waiting,(\d{2,})?$/m);
});
