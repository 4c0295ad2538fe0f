import { spawnSync } from "node:child_process";
import { createHash, randomBytes, randomInt } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type postgres from "postgres";
import { dayOf, yearOf } from "@/lib/dates";
import { referenceFor } from "../../lib/applications/reference";
import { cents } from "../../lib/money";
import { canonical, sha256, shuffle } from "../../lib/order/draw";
import { expectAccessible } from "../accessible";
import { expect, type SignedIn, test } from "../fixtures";
import { picture } from "../picture";
import { soonShows } from "../soon";

const LINE = "startbaan-experimenten" as const;
const YEAR = yearOf(dayOf(new Date()));

/** An old draw of its own day, without applications: revealed, or still frozen. */
async function aDraw(
  sql: postgres.Sql,
  [freezer, revealer]: readonly [SignedIn, SignedIn],
  isRevealed: boolean,
  count = 4,
) {
  const day = new Date(Date.UTC(1900, 0, 1 + randomInt(30_000))).toISOString().slice(0, 10);
  const first = randomInt(1_000_000, 9_000_000);
  const numbers = Array.from({ length: count }, (_, place) => first + 3 * place);
  const applications = numbers.map((number) => [number, cents(800_000)] as const);
  const list = canonical({ scheme: "startbaan", line: LINE, year: YEAR, day, applications });
  const seed = randomBytes(32);
  const id = await sql.begin(async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into draws (scheme, line_id, year, day, list, list_hash, seed_commitment, frozen_by)
      values ('startbaan', ${LINE}, ${YEAR}, ${day}, ${list}, ${createHash("sha256").update(list).digest("hex")},
        ${sha256(seed)}, ${freezer.personId}) returning id`;
    if (isRevealed)
      await tx`update draws set seed = ${seed.toString("hex")}, revealed_at = now(), revealed_by = ${revealer.personId}
        where id = ${row?.id ?? ""}`;
    return row?.id ?? "";
  });
  return { id, order: shuffle(numbers, seed.toString("hex")), numbers };
}

test(
  "[J-07] a visitor reads the record of a draw and recomputes it",
  {
    tag: ["@phone", "@no-js"],
  },
  async ({ visitor: page, anOfficial, sql }, info) => {
    const holders = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])] as const;
    const { id, order } = await aDraw(sql, holders, true);
    const link = page.locator(`a[href="/draws/${id}"]`);
    await soonShows(page, "/open-data", link);
    await link.click();
    await expect(page.getByRole("heading", { level: 1, name: /^Loting Startbaan/ })).toBeVisible();
    const rows = page.getByRole("table", { name: "Lijst en uitslag" }).getByRole("rowheader");
    await expect(rows).toHaveText(order.map(String));
    await expectAccessible(page);

    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "Verslag (JSON)" }).click();
    const path = info.outputPath("record.json");
    await (await waiting).saveAs(path);
    const script = info.outputPath("verify-draw.mjs");
    await writeFile(script, await (await page.request.get("/verify-draw.mjs")).text());
    const { stdout } = spawnSync(process.execPath, [script, path], { encoding: "utf8" });
    expect(stdout).toContain("De loting klopt: 4 aanvragen");
  },
);

test("[J-07] a number can be looked up in a long list", { tag: ["@phone", "@no-js"] }, async ({
  visitor: page,
  anOfficial,
  sql,
}) => {
  const holders = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])] as const;
  const { id, order } = await aDraw(sql, holders, true, 250);
  await page.goto(`/draws/${id}`);
  const last = order.at(-1) ?? 0;
  await expect(page.getByRole("table", { name: "Lijst en uitslag" }).getByRole("rowheader")).toHaveCount(200);
  const answerTo = async (number: number) => {
    await page.getByLabel("Zoek een aanvraag op").fill(String(number));
    await page.getByRole("button", { name: "Zoek op" }).click();
    await expect(page).toHaveURL(`/draws/${id}?nummer=${number}#find`);
    return page.getByRole("status");
  };
  await expect(await answerTo(last)).toHaveText(`Aanvraag ${last} heeft lot 250 van 250.`);
  await expect(page.getByRole("status")).toBeInViewport();
  await expectAccessible(page);
  await picture(page, "long");
  await page.getByLabel("Zoek een aanvraag op").fill(referenceFor("startbaan", 1999, last).toLowerCase());
  await page.getByRole("button", { name: "Zoek op" }).click();
  await expect(page.getByRole("status")).toHaveText(`Aanvraag ${last} heeft lot 250 van 250.`);
  await expect(await answerTo(1)).toHaveText("Dit nummer staat niet op de lijst.");
});

test("[J-07] until the seed is revealed the record has the list and hides the seed", async ({
  visitor: page,
  anOfficial,
  sql,
}) => {
  const holders = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])] as const;
  const { id, numbers } = await aDraw(sql, holders, false);
  await page.goto(`/draws/${id}`);
  await expect(page.getByText("Nog geheim")).toBeVisible();
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveText(numbers.map(String));

  const [freezer, revealer] = holders;
  const reveal = (of: SignedIn) =>
    of.page.getByRole("listitem").filter({ has: of.page.locator(`a[href="/draws/${id}"]`) });
  for (const holder of holders) await holder.page.goto("/draws");
  await expect(reveal(freezer).getByText("Een andere budgethouder onthult")).toBeVisible();
  await expect(reveal(revealer).getByRole("button", { name: /^Onthul het startgetal/ })).toBeVisible();
  await expectAccessible(revealer.page);
});
