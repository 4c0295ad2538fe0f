import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { assumedIn } from "@/lib/schemes/assumed";
import { ALL_RULES } from "@/lib/schemes/rules";
import { MOVES } from "@/lib/vocabulary/lifecycle";
import { loadReference } from "./load";

const { sql, ownerUrl } = await testDatabase();

const everything = async () => ({
  lines: await sql`select * from budget_lines order by id`,
  ceilings: await sql`select * from ceilings order by line_id, year`,
  windows: await sql`select * from windows order by id`,
  rules: await sql`select id, rules from rules_versions order by id`,
  moves: await sql`select * from moves order by name, "from", role`,
});

/** Year and millions of euros of every ceiling of a line. */
const ceilingsOf = async (line: string, until = 2030) =>
  (
    await sql`select year, ceiling_cents from ceilings where line_id = ${line} and year <= ${until} order by year`
  ).map(({ year, ceiling_cents }) => [year, Number(ceiling_cents) / 100_000_000]);

describe("reference data without the demo", () => {
  beforeAll(() => loadReference(ownerUrl, { demo: false }));

  test("holds the amounts of the source, and no row where a cell is empty", async () => {
    expect(await ceilingsOf("vjn-2025")).toEqual([
      [2025, 5],
      [2026, 11.6],
      [2027, 15.6],
      [2028, 22.3],
      [2029, 26.6],
      [2030, 22],
    ]);
    expect(await ceilingsOf("actieagenda")).toEqual([
      [2025, 5],
      [2026, 10.6],
      [2027, 11.9],
      [2028, 11.7],
      [2029, 9.2],
    ]);
    expect(await ceilingsOf("taaleis")).toEqual([
      [2025, 0],
      [2026, 0],
      [2027, 3.7],
      [2028, 10.6],
      [2029, 17.4],
      [2030, 22],
    ]);
    expect(await ceilingsOf("startbanen")).toEqual([[2026, 1.3]]);
    expect(await ceilingsOf("startbaan-experimenten")).toEqual([[2026, 1.3]]);
    expect(await ceilingsOf("werkgeverssubsidie")).toEqual([
      [2025, 3],
      [2026, 2],
    ]);
    expect(await ceilingsOf("werkgeverssubsidie-vrouwen")).toEqual([]);
  });

  test("follows the footnote after 2030: 22 until 2039, structural from 2040, without gap or overlap", async () => {
    const late = (await ceilingsOf("taaleis", 2045)).filter(([year]) => (year ?? 0) > 2030);
    expect(late.map(([year]) => year)).toEqual(Array.from({ length: 15 }, (_, index) => 2031 + index));
    for (const [year, millions] of late) expect(millions).toBe((year ?? 0) < 2040 ? 22 : 17.4);
  });

  test("has the path from every line to the root", async () => {
    const [leaf] = await sql`select path from budget_lines where id = 'werkgeverssubsidie-vrouwen'`;
    expect(leaf?.path).toEqual([
      "werkgeverssubsidie-vrouwen",
      "werkgeverssubsidie",
      "actieagenda",
      "vjn-2025",
    ]);
  });

  test("holds the move table of the commands", async () => {
    const wanted = Object.entries(MOVES).flatMap(([name, { from, to, by }]) =>
      from.flatMap((state) => by.map((role) => `${name} ${state} ${to} ${role}`)),
    );
    const rows = await sql`select * from moves`;
    expect(rows.map((row) => `${row.name} ${row.from} ${row.to} ${row.role}`).sort()).toEqual(wanted.sort());
  });

  test("changes nothing when it is loaded again, also not what was committed or raised since", async () => {
    await sql`update ceilings set committed_cents = 700, ceiling_cents = ceiling_cents + 100 where line_id = 'startbanen' and year = 2026`;
    const before = await everything();
    await loadReference(ownerUrl, { demo: false });
    expect(await everything()).toEqual(before);
  });

  test("refuses a rules version that exists with other content", async () => {
    await sql`alter table rules_versions disable trigger rules_versions_immutable`;
    const other = sql`jsonb_set(rules, '{title}', '"Anders"')`;
    const [kept] = await sql`select rules from rules_versions where id = 'startbaan-2026'`;
    await sql`update rules_versions set rules = ${other} where id = 'startbaan-2026'`;
    await expect(loadReference(ownerUrl, { demo: false })).rejects.toThrow("startbaan-2026");
    await sql`update rules_versions set rules = ${kept?.rules} where id = 'startbaan-2026'`;
  });
});

test("without the demo there is no window with assumed amounts or conditions, and each version names its own", async () => {
  await loadReference(ownerUrl, { demo: false });
  expect(
    await sql`select w.id from windows w join rules_versions r on r.id = w.rules_version where r.assumed <> '{}'`,
  ).toEqual([]);
  const stored = await sql<{ id: string; assumed: string[] }[]>`select id, assumed from rules_versions`;
  expect(Object.fromEntries(stored.map(({ id, assumed }) => [id, assumed]))).toEqual(
    Object.fromEntries(ALL_RULES.map((rules) => [rules.id, assumedIn(rules)])),
  );
});

describe("example data of the demo", () => {
  test("adds a window around today for both schemes, and ceilings only where the source has none", async () => {
    const before = await everything();
    await loadReference(ownerUrl, { demo: true, today: "2026-11-24" });
    const after = await everything();
    const added = after.ceilings.filter((row) => row.is_example);
    expect(added.map((row) => `${row.line_id} ${row.year}`)).toEqual([
      "startbaan-experimenten-vrouwen 2026",
      "werkgeverssubsidie-vrouwen 2026",
    ]);
    expect(after.ceilings.filter((row) => !row.is_example)).toEqual(before.ceilings);
    const open =
      await sql`select scheme, is_example from windows where '2026-11-24T12:00:00Z' between opens_at and closes_at order by scheme`;
    expect(open).toEqual([
      { scheme: "werkgeverssubsidie", is_example: true },
      { scheme: "startbaan", is_example: true },
    ]);
  });

  test("gives a scheme an amount on every line up to the root in a year that the source leaves blank", async () => {
    await loadReference(ownerUrl, { demo: true, today: "2028-02-29" });
    const [gap] = await sql`select l.id from budget_lines l cross join unnest(l.path) above
      left join ceilings c on c.line_id = above and c.year = 2028 where l.scheme is not null and c.line_id is null`;
    expect(gap).toBeUndefined();
    const rows =
      await sql`select line_id, is_example from ceilings where year = 2028 and line_id in ('actieagenda', 'startbanen')`;
    expect(Object.fromEntries(rows.map((row) => [row.line_id, row.is_example]))).toEqual({
      actieagenda: false,
      startbanen: true,
    });
  });

  test("changes nothing the second time", async () => {
    const before = await everything();
    await loadReference(ownerUrl, { demo: true, today: "2028-02-29" });
    expect(await everything()).toEqual(before);
  });
});
