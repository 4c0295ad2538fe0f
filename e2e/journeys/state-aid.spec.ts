import { addMonths, dayOf } from "../../lib/dates";
import { complete, fill, goOn, send, start } from "../employer-walk";
import { expect, test } from "../fixtures";
import { holdPosts } from "../slow-line";

const HALF_A_YEAR_AGO = addMonths(dayOf(new Date()), -6);
const NEXT_MONTH = addMonths(dayOf(new Date()), 1);

test("[J-21] an employer fills in the list of state aid and signs the declaration that follows from it", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const { page: employer } = await anEmployer();
  const taskList = await start(employer, "werkgeverssubsidie");
  await complete(employer, "werkgeverssubsidie", ["general"]);

  await employer.goto(`${taskList}/state-aid?from=check`);
  await employer.getByRole("button", { name: "Nog een steun toevoegen" }).click();
  const second = employer.getByRole("group", { name: "Steun 2" });
  await expect(second).toBeVisible();
  await fill(employer, {
    "aid.1.grantedOn": NEXT_MONTH,
    "aid.1.grantor": "Provincie Utrecht",
    "aid.1.amount": "289.000",
    "aid.1.kvkNumber": "1234",
  });
  await goOn(employer);
  await expect(
    employer.getByRole("alert").getByRole("link", { name: /KVK-nummer van het bedrijf \(2\)/ }),
  ).toBeVisible();
  await expect(second.getByText("Deze dag ligt in de toekomst. Klopt de datum?")).toBeVisible();
  await fill(employer, { "aid.1.kvkNumber": "", "aid.1.grantedOn": HALF_A_YEAR_AGO });
  await goOn(employer);
  await expect(employer).toHaveURL(`${taskList}/check`);
  await employer.getByRole("link", { name: "Verklaringen" }).first().click();
  await expect(employer.getByText("Provincie Utrecht (algemeen)")).toBeVisible();
  await fill(employer, { deMinimis: "yes" });
  await goOn(employer);
  await expect(employer.getByText("Dat is meer dan de grens van € 300.000.")).toBeVisible();

  await employer.goto(`${taskList}/state-aid?from=check`);
  await employer.getByRole("button", { name: "Haal steun 1 weg" }).click();
  await expect(employer.getByRole("group", { name: "Steun 2" })).toHaveCount(0);
  await expect(employer.getByLabel("Wie gaf de steun?")).toHaveValue("Provincie Utrecht");
  await fill(employer, { "aid.0.amount": "12.000" });
  await goOn(employer);
  await expect(employer).toHaveURL(`${taskList}/check`);
  await employer.goto(`${taskList}/state-aid`);
  await expect(
    employer.getByText("Ontvangen € 12.000").or(employer.getByRole("img", { name: /€ 12\.000/ })),
  ).toBeVisible();
  await employer.goto(`${taskList}/declarations?from=check`);
  await fill(employer, { deMinimis: "yes" });
  await goOn(employer);
  await expect(employer).toHaveURL(`${taskList}/check`);
  await send(employer);

  const { page: reviewer } = await anOfficial(["reviewer"]);
  await reviewer.goto(`/cases/${taskList.split("/").at(-1)}`);
  await reviewer.locator("summary", { hasText: "Staatssteun" }).click();
  await expect(reviewer.getByRole("table", { name: "De-minimissteun in drie jaar" })).toContainText(
    "Provincie Utrecht",
  );
});

test("[J-21] a correction during a save is kept", async ({ anEmployer }) => {
  const { page } = await anEmployer();
  const taskList = await start(page, "werkgeverssubsidie");
  await complete(page, "werkgeverssubsidie", ["general"]);
  await page.goto(`${taskList}/state-aid?from=check`);
  await page.getByRole("button", { name: "Nog een steun toevoegen" }).click();
  await expect(page.getByRole("group", { name: "Steun 2" })).toBeVisible();
  await fill(page, {
    "aid.1.grantedOn": HALF_A_YEAR_AGO,
    "aid.1.grantor": "Provincie Utrecht",
    "aid.1.amount": "12.000",
    "aid.1.kvkNumber": "1234",
  });

  const letThrough = await holdPosts(page, /state-aid/);
  const revision = page.locator('input[name="revision"]');
  const before = await revision.inputValue();
  await goOn(page);
  await expect(page.getByRole("alert").getByRole("link", { name: /KVK-nummer/ })).toBeVisible();
  await fill(page, { "aid.1.kvkNumber": "" });
  letThrough();
  await expect(revision).not.toHaveValue(before);
  await expect(page.locator('[name="aid.1.kvkNumber"]')).toHaveValue("");
  await goOn(page);
  await expect(page).toHaveURL(`${taskList}/check`);
});
