import type postgres from "postgres";
import { addDays, type Day, dayOf, yearOf } from "../../lib/dates";
import { expectAccessible } from "../accessible";
import { expect, type SignedIn, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, decide, propose, takeUp } from "../prepared";

const LEAF = "werkgeverssubsidie";
const YEAR = yearOf(dayOf(new Date()));
const FILED: Day = `${YEAR}-12-29`;
/** Thirteen weeks after receipt, less ten days: the list ends soon. */
const ENDING = addDays(FILED, 13 * 7 - 10);

/** Sets the free amount, in euros, without a women's earmark. */
const leaveFree = (sql: postgres.Sql, euros: number) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update ceilings set ceiling_cents = committed_cents where line_id like ${`${LEAF}-%`} and year = ${YEAR}`;
    await tx`update ceilings set reserved_cents = 0, ceiling_cents = committed_cents + ${euros * 100}
      where line_id = ${LEAF} and year = ${YEAR}`;
  });

/** No other application is before it, or of its day. */
const letStandOn = (sql: postgres.Sql, id: string, rankDay: Day) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = ${rankDay} where id = ${id}`;
  });

type Filed = { id: string; reference: string; employer: SignedIn };

test("[J-146] a reserve list ends, and money that comes free goes to who was refused for want of it", {
  tag: "@alone",
}, async ({ anEmployer, anOfficial, signedInAgain, travelTo, sql }) => {
  test.setTimeout(300_000);
  await travelTo(FILED);
  const filed: Filed[] = [];
  for (const place of [1, 2, 3]) {
    const employer = await anEmployer();
    const { id } = await aFiling(employer, { today: FILED });
    const [row] = await sql<{ reference: string }[]>`select reference from applications where id = ${id}`;
    await letStandOn(sql, id, `${YEAR - 1}-12-0${place}`);
    filed.push({ id, reference: row?.reference ?? "", employer });
  }
  const [first, second, third] = filed as [Filed, Filed, Filed];
  await leaveFree(sql, 8_000);
  const [reviewer, decider] = [await anOfficial(["reviewer"]), await anOfficial(["decider"])];
  for (const { id } of filed) {
    await takeUp(reviewer, id);
    await propose(reviewer, id, ["1"]);
  }
  await decide(decider, first.id);
  for (const { id } of [second, third]) {
    await decider.page.goto(`/cases/${id}/decide`);
    await decider.page.getByRole("link", { name: "Bekijk de brief over de reservelijst" }).click();
    await expect(decider.page.getByText(/De reservelijst eindigt op/)).toBeVisible();
    await decider.page.getByRole("button", { name: "Zet op de reservelijst" }).click();
    await expect(decider.page).toHaveURL(`/cases/${id}`);
  }

  await travelTo(ENDING);
  for (const { employer } of [second, third]) await signedInAgain(employer);
  const { page: waits } = third.employer;
  await waits.goto(`/applications/${third.id}`);
  await picture(waits, "choice");
  await expectAccessible(waits);
  await waits.getByRole("button", { name: "Ik stem in met langer wachten" }).click();
  await expect(waits.getByText(/U stemde in met wachten/)).toBeVisible();
  await waits.goto("/messages");
  await expect(waits.getByRole("heading", { name: "De termijn staat stil" })).toBeVisible();

  const { page: staff } = await anOfficial(["reviewer"]);
  await staff.goto("/reserve-list");
  await expect(staff.getByRole("row").filter({ hasText: third.reference })).toContainText(
    "Wacht, met instemming",
  );
  await picture(staff, "list");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: /^Stel voor om/ }).click();
  await expect(staff.getByText(/wachten op een beslisser/)).toBeVisible();
  await expect(staff.getByRole("row").filter({ hasText: second.reference })).toHaveCount(0);
  await expect(staff.getByRole("row").filter({ hasText: third.reference })).toHaveCount(1);

  const { page: other } = await anOfficial(["decider"]);
  await other.goto("/reserve-list");
  await other.getByRole("link", { name: "Bekijk de afwijzingen" }).click();
  await expect(other.getByRole("row").filter({ hasText: second.reference })).toHaveCount(1);
  await picture(other, "refusals");
  await expectAccessible(other);
  await other.getByRole("button", { name: /^Wijs .* af$/ }).click();
  await expect(other.getByText(/afgewezen\.$/)).toBeVisible();

  const { page: refused } = second.employer;
  await refused.goto(`/applications/${second.id}`);
  await expect(refused.getByText(/Komt er later geld vrij binnen het plafond/)).toBeVisible();
  await picture(refused, "refused");
  await expectAccessible(refused);

  await leaveFree(sql, 8_000);
  await staff.goto("/reserve-list");
  await expect(staff.getByRole("heading", { name: "Afgewezen omdat het geld op was" })).toBeVisible();
  await staff.getByRole("link", { name: second.reference }).click();
  await staff.getByRole("button", { name: "Neem opnieuw in behandeling" }).click();
  await expect(staff.getByRole("link", { name: "Voorstel maken" })).toBeVisible();
  await staff.goto(`/cases/${second.id}/propose`);
  await staff.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(staff).toHaveURL(`/cases/${second.id}`);
  await other.goto(`/cases/${second.id}/decide`);
  await expect(other.getByText("Toen was er geen geld. Nu wel.")).toBeVisible();
  await other.getByRole("button", { name: "Besluit nemen" }).click();
  await expect(other).toHaveURL(`/cases/${second.id}`);
  await refused.goto(`/applications/${second.id}`);
  await expect(refused.getByRole("heading", { name: /^U krijgt €\s8\.000/ })).toBeVisible();
});
