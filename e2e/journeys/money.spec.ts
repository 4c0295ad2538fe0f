import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type postgres from "postgres";
import { addDays, dayOf, yearOf } from "../../lib/dates";
import { expectAccessible } from "../accessible";
import { expect, type SignedIn, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, decide, hearOnLowering, propose, takeUp } from "../prepared";

/** These tests use the ceiling of a whole scheme, so they run after all others. */
const ALONE = { tag: "@alone" };
const LEAF = "werkgeverssubsidie";
const WOMEN = "werkgeverssubsidie-vrouwen";
const YEAR = yearOf(dayOf(new Date()));
/** A day for each project, because a day is drawn once; and the next day, on which everything is decided. */
const DAYS: Record<string, string> = { alone: `${YEAR}-01-01`, "alone-no-js": `${YEAR}-01-02` };
const AFTER = `${YEAR}-01-03`;
const SOME_DAY = `${YEAR}-06-15`;

/** Sets the free amount, in euros, beside the women's earmark. */
const leaveFree = (sql: postgres.Sql, euros: number, women = 0) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update ceilings set ceiling_cents = committed_cents + ${women * 100}, releases_on = ${`${YEAR}-12-31`}
      where line_id = ${WOMEN} and year = ${YEAR}`;
    await tx`update ceilings set reserved_cents = ${women * 100},
      ceiling_cents = committed_cents + ${(women + euros) * 100} where line_id = ${LEAF} and year = ${YEAR}`;
  });

/** Moves applications of other tests on the first days of the year, when those are today, after the ones here. */
const letOthersStandBehind = (sql: postgres.Sql) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = ${`${YEAR}-12-31`} where scheme = ${LEAF} and rank_day <= ${AFTER}
      and state in ('submitted', 'completion_requested', 'in_review', 'proposed', 'reserve_list')`;
  });

/** Checks that no application is before this one, or of its day. */
const letStandFirst = (sql: postgres.Sql, id: string) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = ${`${YEAR - 1}-12-31`} where id = ${id}`;
  });

type Filed = { id: string; reference: string; employer: SignedIn };

async function filedBy(sql: postgres.Sql, employer: SignedIn, today: string): Promise<Filed> {
  const { id } = await aFiling(employer, { tracks: ["general", "general"], today });
  const [row] = await sql<{ reference: string }[]>`select reference from applications where id = ${id}`;
  return { id, reference: row?.reference ?? "", employer };
}

/** In the order of the public record. */
async function byLot(page: Page, sql: postgres.Sql, filed: readonly Filed[]): Promise<Filed[]> {
  const numbers = await page
    .getByRole("table", { name: "Lijst en uitslag" })
    .getByRole("rowheader")
    .allInnerTexts();
  const rows = await sql<{ id: string; number: string }[]>`
    select id, case_number::text as number from applications where id in ${sql(filed.map(({ id }) => id))}`;
  const place = ({ id }: Filed) => numbers.indexOf(rows.find((row) => row.id === id)?.number ?? "");
  return [...filed].sort((a, b) => place(a) - place(b));
}

test(
  `[J-140] a day is drawn, later applications go to the reserve list, and released money goes to the next`,
  ALONE,
  async ({ anEmployer, anOfficial, signedInAgain, travelTo, visitor, sql }, info) => {
    test.setTimeout(300_000);
    const day = DAYS[info.project.name] ?? "";
    await letOthersStandBehind(sql);
    await travelTo(day);
    const employers = [await anEmployer(), await anEmployer(), await anEmployer()];
    const filed: Filed[] = [];
    for (const employer of employers) filed.push(await filedBy(sql, employer, day));
    await travelTo(AFTER);
    for (const employer of employers) await signedInAgain(employer);
    await leaveFree(sql, 20_000);
    const [holder, colleague] = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])];
    const reviewer = await anOfficial(["reviewer"]);
    const deciders = [await anOfficial(["decider"]), await anOfficial(["decider"])] as const;
    for (const { id } of filed) {
      await takeUp(reviewer, id);
      await propose(reviewer, id, ["1", "2"]);
    }

    const { page } = holder;
    await page.goto("/draws");
    await expect(page.getByText(/samen vragen: €\s42\.000\. Er is €\s20\.000 vrij/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Bevries de lijst van/ }).click();
    await expect(page).toHaveURL(/\/draws\/[0-9a-f-]{36}$/);
    const [draw] = await sql<{ id: string }[]>`select id from draws where scheme = ${LEAF} and day = ${day}`;
    const record = `/draws/${draw?.id}`;
    await visitor.goto(record);
    await expect(visitor.getByText("Nog geheim")).toBeVisible();
    await expect(visitor.getByText("Hash van het startgetal (SHA-256)")).toBeVisible();
    await page.goto("/draws");
    await expect(page.getByText("U hebt deze lijst bevroren.").first()).toBeVisible();
    await colleague.page.goto("/draws");
    await colleague.page
      .getByRole("listitem")
      .filter({ has: colleague.page.locator(`a[href="${record}"]`) })
      .getByRole("button", { name: /^Onthul het startgetal/ })
      .click();
    await expect(colleague.page).toHaveURL(record);
    await expect(async () => {
      await visitor.goto(record);
      await expect(visitor.getByText("Nog geheim")).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await expectAccessible(visitor);
    await picture(visitor, "record");
    const published = info.outputPath("record.json");
    await writeFile(published, await (await visitor.request.get(`${record}/record.json`)).text());
    const script = info.outputPath("verify-draw.mjs");
    await writeFile(script, await (await visitor.request.get("/verify-draw.mjs")).text());
    const { stdout } = spawnSync(process.execPath, [script, published], { encoding: "utf8" });
    expect(stdout).toContain("De loting klopt: 3 aanvragen");

    const [first, second, third] = (await byLot(visitor, sql, filed)) as [Filed, Filed, Filed];
    const [decider, other] = deciders;
    await decider.page.goto(`/cases/${second.id}/decide`);
    await decider.page.getByRole("button", { name: "Besluit nemen" }).click();
    await expect(decider.page.getByText(/Deze aanvraag is nog niet aan de beurt/).first()).toBeVisible();
    await decide(decider, first.id);
    await leaveFree(sql, 2_000);
    for (const { id } of [second, third]) {
      await decider.page.goto(`/cases/${id}/decide`);
      await decider.page.getByRole("link", { name: "Bekijk de brief over de reservelijst" }).click();
      await decider.page.getByRole("button", { name: "Zet op de reservelijst" }).click();
      await expect(decider.page).toHaveURL(`/cases/${id}`);
    }
    await page.goto("/reserve-list");
    const waiting = page.getByRole("table", { name: /: reservelijst$/ }).getByRole("row");
    await expect(waiting.nth(1)).toContainText(second.reference);
    await expect(waiting.nth(1)).toContainText("Als eerste aan de beurt");
    await expect(waiting.nth(2)).toContainText(third.reference);
    await expectAccessible(page);

    const { page: staff } = reviewer;
    await hearOnLowering(reviewer, first.employer, first.id, ["2"]);
    await staff.goto(`/cases/${first.id}`);
    await staff.getByRole("link", { name: "Verlaging voorstellen" }).click();
    await staff.getByRole("button", { name: "Stel dit voor" }).click();
    await expect(staff.getByText(/stelt voor: verlagen van/)).toBeVisible();
    await other.page.goto(`/cases/${first.id}/revision`);
    await other.page.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
    await expect(other.page).toHaveURL(`/cases/${first.id}`);

    await staff.goto("/reserve-list");
    await expect(staff.getByText("Vrij voor iedereen binnen dit plafond: € 8.000.")).toBeVisible();
    await staff.getByRole("link", { name: second.reference }).click();
    await staff.getByRole("button", { name: "Van de reservelijst halen" }).click();
    await expect(staff.getByRole("link", { name: "Voorstel maken" })).toBeVisible();
    await propose(reviewer, second.id, ["1", "2"]);
    await decider.page.goto(`/cases/${second.id}/decide`);
    await expect(decider.page.getByText("Wat nog past: € 8.000.")).toBeVisible();
    await decider.page.getByRole("link", { name: "Bekijk de brief voor wat past" }).click();
    await decider.page.getByRole("button", { name: "Ken toe wat past" }).click();
    await expect(decider.page).toHaveURL(`/cases/${second.id}`);

    await page.goto("/reserve-list");
    await expect(page.getByText(`€ 6.000 naar ${second.reference}`)).toBeVisible();
    await expect(page.getByRole("link", { name: second.reference })).toHaveCount(0);
    await picture(page, "chain");
    await expectAccessible(page);
    await staff.goto("/reserve-list");
    const flow = staff
      .getByRole("row")
      .filter({ has: staff.getByRole("rowheader", { name: first.reference }) });
    await flow.getByRole("link", { name: `€ 6.000 naar ${second.reference}` }).click();
    await expect(staff.getByRole("heading", { level: 1 })).toContainText(second.reference);

    await third.employer.page.goto(`/applications/${third.id}/withdraw`);
    await third.employer.page.getByRole("button", { name: /^Ja/ }).click();
    await expect(third.employer.page).toHaveURL(`/applications/${third.id}`);
    await page.goto("/reserve-list");
    await expect(page.getByText(third.reference)).toHaveCount(0);
  },
);

test(
  `[J-144] a partial award is previewed before it is granted, and refused when its amount changes`,
  ALONE,
  async ({ anEmployer, anOfficial, sql }) => {
    const employer = await anEmployer();
    const { id } = await aFiling(employer, { tracks: ["general", "general"] });
    const [reviewer, decider] = [await anOfficial(["reviewer"]), await anOfficial(["decider"])];
    await takeUp(reviewer, id);
    await propose(reviewer, id, ["1", "2"]);
    await letStandFirst(sql, id);
    await leaveFree(sql, 9_000);

    const { page } = decider;
    await page.goto(`/cases/${id}/decide`);
    await expect(page.getByText("Wat nog past: € 8.000.")).toBeVisible();
    await expect(page.getByText(/Alleen traject 1 past nog/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Besluit nemen" })).toHaveCount(0);
    await picture(page, "ceiling");
    await page.getByRole("link", { name: "Bekijk de brief voor wat past" }).click();
    await expect(page).toHaveURL(`/cases/${id}/decide/part`);
    const letter = page.getByRole("article", { name: "Besluit: u krijgt een deel van de subsidie" });
    await expect(letter.getByText("Awb 4:25(2)")).toBeVisible();
    await expect(letter.getByRole("row", { name: /^Samen/ })).toContainText("€ 8.000");
    await expect(page.getByText("De aanvraag gaat van")).toBeVisible();
    await picture(page, "part");
    await expectAccessible(page);

    await leaveFree(sql, 1_000);
    await page.getByRole("button", { name: "Ken toe wat past" }).click();
    await expect(page.getByText(/Er is nog €\s1\.000 vrij/).first()).toBeVisible();
    await picture(page, "gone");
    await page.goto(`/cases/${id}/decide/part`);
    await expect(page).toHaveURL(`/cases/${id}/decide`);

    await leaveFree(sql, 9_000);
    await page.goto(`/cases/${id}/decide/part`);
    await page.getByRole("button", { name: "Ken toe wat past" }).click();
    await expect(page).toHaveURL(`/cases/${id}`);
    await employer.page.goto(`/applications/${id}`);
    await expect(
      employer.page.getByRole("heading", { name: /^U krijgt €\s8\.000, een deel van wat u vroeg/ }),
    ).toBeVisible();
    await expectAccessible(employer.page);
  },
);

test(
  `[J-141] two budget holders release the women's earmark, which is free for everyone from that day`,
  ALONE,
  async ({ anOfficial, travelTo, sql }) => {
    await travelTo(SOME_DAY);
    await leaveFree(sql, 1_000, 6_000);
    const [holder, colleague] = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])];
    const { page } = holder;
    await page.goto(`/budget/lines/${WOMEN}/${YEAR}`);
    await page.getByRole("link", { name: "Eerder vrijgeven voor iedereen" }).click();
    await page.getByRole("button", { name: "Stel de vrijgave voor" }).click();
    await expect(page.getByRole("alert", { name: /klop(t|pen) nog/ })).toBeVisible();
    await expectAccessible(page);
    const fill = async (group: string, day: string) => {
      const [year = "", month = "", dayOfMonth = ""] = day.split("-");
      const parts = page.getByRole("group", { name: group });
      await parts.getByLabel("Dag").fill(dayOfMonth);
      await parts.getByLabel("Maand").fill(month);
      await parts.getByLabel("Jaar").fill(year);
    };
    await fill("Vanaf welke dag is het geld voor iedereen?", SOME_DAY);
    await page.getByLabel("Waarom verandert dit?").fill("Er komen geen aanvragen voor vrouwen meer.");
    await page.getByLabel("Waar is dit bekendgemaakt?").fill("Staatscourant 2026, 12345");
    await fill("Datum van bekendmaking", addDays(SOME_DAY, -1));
    await page.getByRole("button", { name: "Stel de vrijgave voor" }).click();
    await expect(page).toHaveURL("/budget/changes");
    const change = (of: Page) =>
      of.getByRole("region", { name: new RegExp(`${YEAR}: vanaf .* voor iedereen`) }).first();
    await expect(change(page).getByText("U stelde dit zelf voor.")).toBeVisible();
    await colleague.page.goto("/budget/changes");
    await change(colleague.page).getByRole("button", { name: "Bevestig de wijziging" }).click();
    await expect(change(colleague.page).getByText(/^Geldt/)).toBeVisible();
    await page.goto(`/budget/lines/${LEAF}/${YEAR}`);
    const figures = page.getByRole("main");
    await expect(figures.getByText("€ 7.000", { exact: true }).last()).toBeVisible();
    await expect(figures.getByText("Apart voor vrouwen")).toHaveCount(0);
    await picture(page, "released");
    await expectAccessible(page);
  },
);
