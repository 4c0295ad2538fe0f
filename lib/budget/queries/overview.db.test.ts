import { beforeAll, describe, expect, test } from "vitest";
import { BUDGET_LINES } from "@/db/reference/budget";
import { loadReference } from "@/db/reference/load";
import { setClock, testDatabase } from "@/db/testing/database";
import { euros } from "@/lib/money";
import { LINE_IDS } from "@/lib/vocabulary/budget-lines";
import { budgetOverview } from "./budget-overview";
import { schemeOverview } from "./scheme-overview";

const { sql, ownerUrl } = await testDatabase();
const TODAY = new Date("2026-11-24T11:00:00Z");

const book = (line: string, amount: number, kind = "commitment") => sql`
  insert into ledger_entries (line_id, year, kind, amount_cents, application_id, trajectory)
  values (${line}, 2026, ${kind}, ${euros(amount)}, uuidv7(), 1)`;

const scheme = async (name: string) => (await schemeOverview()).find((row) => row.scheme === name);

beforeAll(async () => {
  await setClock(TODAY);
  await loadReference(ownerUrl, { demo: true });
  await book("werkgeverssubsidie", 500_000);
  await book("werkgeverssubsidie-vrouwen", 50_000);
});

test("windows and days follow the database clock, not that of the web server", async () => {
  for (const { asOf } of await schemeOverview()) expect(asOf).toEqual(TODAY);
  expect((await budgetOverview(2025, 2030)).asOf).toEqual(TODAY);
});

describe("the free amount of each scheme", () => {
  test("is what everyone can get; what is kept for women is named apart", async () => {
    expect(await scheme("werkgeverssubsidie")).toMatchObject({
      ceiling: { line: "werkgeverssubsidie", year: 2026 },
      figures: {
        ceilingCents: euros(2_000_000),
        grantedCents: euros(550_000),
        beyondCents: 0,
        keptCents: euros(150_000),
        freeCents: euros(1_300_000),
      },
      isExample: false,
    });
  });

  test("is no more than any line above has left", async () => {
    await book("actieagenda", 9_900_000);
    const figuresOf = async (name: string) => (await scheme(name))?.figures;
    expect(await figuresOf("werkgeverssubsidie")).toMatchObject({ freeCents: euros(150_000), keptCents: 0 });
    const startbaan = await figuresOf("startbaan");
    expect((startbaan?.freeCents ?? 0) + (startbaan?.keptCents ?? 0)).toBe(euros(1_150_000));
    await book("actieagenda", -9_900_000, "release");
  });

  test("is of the open window, rather than one that is over", async () => {
    expect((await scheme("werkgeverssubsidie"))?.window).toEqual({
      id: "voorbeeld-werkgeverssubsidie-2026",
      distribution: "day_rank_lot",
      decisionWeeks: 13,
      termFrom: "receipt",
      rulesVersion: "werkgeverssubsidie-2026",
      opensAt: new Date("2025-12-31T23:00:00Z"),
      closesAt: new Date("2026-12-31T22:59:59Z"),
      isExample: true,
    });
  });

  test("stays with the ceiling of the last window after its year", async () => {
    await setClock(new Date("2027-02-01T11:00:00Z"));
    expect(await scheme("startbaan")).toMatchObject({
      ceiling: { line: "startbaan-experimenten", year: 2026 },
      figures: { ceilingCents: euros(1_300_000) },
    });
    expect((await scheme("startbaan"))?.window?.id).toBe("voorbeeld-startbaan-2026");
    await setClock(TODAY);
  });
});

describe("the whole budget", () => {
  test("has every line of the tree in order, with its depth", async () => {
    const { lines, asOf } = await budgetOverview(2025, 2030);
    expect(asOf).toEqual(TODAY);
    expect(lines.map(({ id }) => id)).toEqual(BUDGET_LINES.map(({ id }) => id));
    expect(LINE_IDS).toEqual(BUDGET_LINES.map(({ id }) => id));
    expect(lines.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 1, 2, 3, 1]);
  });

  test("leaves a blank year out and keeps a zero", async () => {
    const { lines } = await budgetOverview(2025, 2030);
    const yearsOf = (id: string) => lines.find((line) => line.id === id)?.years.map(({ year }) => year);
    expect(yearsOf("startbanen")).toEqual([2026]);
    expect(yearsOf("actieagenda")).toEqual([2025, 2026, 2027, 2028, 2029]);
    expect(yearsOf("taaleis")).toEqual([2025, 2026, 2027, 2028, 2029, 2030]);
  });

  test("is granted, kept and free within the ceiling of each line and of every line above it", async () => {
    const { lines } = await budgetOverview(2025, 2030);
    for (const { years } of lines)
      for (const y of years)
        expect(y.grantedCents - y.beyondCents + y.keptCents + y.freeCents).toBeLessThanOrEqual(
          y.ceilingCents,
        );
    const [root] = lines;
    expect(root?.years[1]).toMatchObject({
      year: 2026,
      ceilingCents: euros(11_600_000),
      grantedCents: euros(550_000),
      freeCents: euros(11_050_000),
    });
  });

  test("releases an earmark on its day, without a write", async () => {
    const reserved = async () =>
      (await budgetOverview(2026, 2026)).lines.find(({ id }) => id === "werkgeverssubsidie")?.years[0]
        ?.keptCents;
    await setClock(new Date("2026-12-14T22:59:59Z"));
    expect(await reserved()).toBe(euros(150_000));
    await setClock(new Date("2026-12-14T23:00:00Z"));
    expect(await reserved()).toBe(0);
    await setClock(TODAY);
  });
});
