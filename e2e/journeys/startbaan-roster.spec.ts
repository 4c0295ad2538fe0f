import { complete, fill, goOn, send, start } from "../employer-walk";
import { expect, test } from "../fixtures";

test("[J-20] an employer fills in a startbaan with its roster, in which class is protected time", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const { page: employer } = await anEmployer();
  const taskList = await start(employer, "startbaan");
  await complete(employer, "startbaan", ["general"]);
  const week = employer.getByRole("table", { name: "Weekrooster" });
  await expect(week.getByRole("row", { name: /Samen/ })).toContainText("24 uur");
  await expect(week.getByRole("row", { name: /Samen/ })).toContainText("12 uur");
  await expect(
    employer.getByRole("img", { name: "Een gewone week: 24 uur werk en 12 uur les." }),
  ).toBeVisible();

  const change = () => employer.getByRole("link", { name: "Wijzig Statushouder 1" }).click();
  await change();
  await fill(employer, { mondayWork: "9-17", mondayClass: "ochtend" });
  await goOn(employer);
  await expect(employer.getByRole("alert").getByRole("link", { name: /Maandag: les/ })).toBeVisible();
  await fill(employer, { mondayClass: "14:00-18:00" });
  await goOn(employer);
  await expect(employer).toHaveURL(`${taskList}/check`);
  await expect(employer.getByText("Op maandag vallen werk en les samen. De les gaat voor.")).toBeVisible();
  await expect(employer.getByText("Op maandag vallen werk en les samen: 14:00 – 17:00.")).toBeVisible();

  await change();
  await fill(employer, { mondayWork: "8:00-11:30 en 12:00-15:30", mondayClass: "16-20 uur" });
  await goOn(employer);
  await expect(employer.getByText("Niets houdt het verzenden tegen")).toBeVisible();
  const reference = await send(employer);

  const { page: reviewer } = await anOfficial(["reviewer"]);
  await reviewer.goto(`/cases/${taskList.split("/").at(-1)}`);
  await expect(reviewer.getByRole("heading", { name: reference, level: 1 })).toBeVisible();
  await expect(
    reviewer.getByRole("table", { name: "Weekrooster" }).getByRole("row", { name: /maandag/ }),
  ).toContainText("8:00 – 11:30, 12:00 – 15:30");
});
