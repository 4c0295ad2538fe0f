import { isOrdinaryDay } from "../../lib/calendar/atw";
import { addDays, dayOf, weekdayOf } from "../../lib/dates";
import { formats } from "../../lib/i18n/format";
import { expectAccessible } from "../accessible";
import { fill } from "../employer-walk";
import { expect, test } from "../fixtures";
import { picture } from "../picture";

test(
  "[J-35] a budget holder adds an equated day with its decree and removes it again",
  {
    tag: ["@phone", "@no-js"],
  },
  async ({ anOfficial }, info) => {
    const { page } = await anOfficial(["budget_holder"]);
    // Another day in each of the concurrent projects.
    let day = addDays(dayOf(new Date()), 700 + 40 * ["desktop", "phone", "no-js"].indexOf(info.project.name));
    while (!isOrdinaryDay(day) || weekdayOf(day) !== 5) day = addDays(day, 1);
    await page.goto("/deadlines");
    await page.getByRole("link", { name: "Gelijkgestelde dagen" }).click();
    await page.getByRole("button", { name: "Dag toevoegen" }).click();
    await expect(page.getByText("Vul dit in.").first()).toBeVisible();
    await fill(page, { day, source: "Besluit gelijkstelling (proef), Stb. 2028, 123" });
    await picture(page, "calendar");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Dag toevoegen" }).click();
    const remove = page.getByRole("button", { name: `Haal ${formats("nl").day(day)} weg` });
    await expect(remove).toBeVisible();
    await remove.click();
    await expect(remove).toHaveCount(0);
  },
);
