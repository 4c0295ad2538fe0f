import { sql as raw } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readAs } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { VISITOR } from "@/lib/actor";
import { cents } from "@/lib/money";
import { fits } from "./queries/fits";
import { type Budget, fitsTogether, type Mix } from "./turn";

await testDatabase();

/** Small amounts, so that claimed and free amounts are often equal. */
const upTo = (most: number) => fc.nat({ max: most }).map(cents);

const lineYear = (line: string, parent: string | null, track: "women" | null = null) =>
  fc.record({
    line: fc.constant(line),
    parent: fc.constant(parent),
    year: fc.constant(2026),
    ceilingCents: upTo(30),
    committedCents: upTo(8),
    reservedCents: upTo(8),
    earmark: fc.constant(track),
    releasesOn: fc.constant(null),
  });

const budget: fc.Arbitrary<Budget> = fc
  .tuple(
    fc.option(lineYear("scheme", "ministry"), { nil: undefined, freq: 20 }),
    lineYear("ministry", null),
    lineYear("scheme-women", "scheme", "women"),
  )
  .map((lines) => ({ leaf: "scheme", lines: lines.filter((line) => line !== undefined) }));
const mix: fc.Arbitrary<Mix> = fc.record({ generalCents: upTo(8), womenCents: upTo(8) });

test("fitsTogether gives the same in SQL and in TypeScript", async () => {
  const cases = fc.sample(fc.tuple(budget, mix), { numRuns: 2_000, seed: 1 });
  const rows = await readAs(VISITOR, async (tx) => {
    const each = cases.map(([budget, { generalCents, womenCents }], place) => {
      const sums = { general: raw`${generalCents}::bigint`, women: raw`${womenCents}::bigint` };
      return raw`(${place}::int, ${fits(sums, budget)})`;
    });
    const chunks = [];
    for (let from = 0; from < each.length; from += 500)
      chunks.push(
        await tx.execute<{ place: number; fits: boolean }>(
          raw`select place, fits from (values ${raw.join(each.slice(from, from + 500), raw`, `)}) as v (place, fits) order by place`,
        ),
      );
    return chunks.flatMap((chunk) => chunk.rows);
  });
  const expected = cases.map(([budget, mix], place) => ({ place, fits: fitsTogether(mix, budget) }));
  expect(rows).toEqual(expected);
  const count = expected.filter(({ fits }) => fits).length;
  expect(count).toBeGreaterThan(100);
  expect(count).toBeLessThan(1_900);
});
