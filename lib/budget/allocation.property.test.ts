import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "@/lib/money";
import { type AwardLine, awardFor, awardOfOnly } from "@/lib/schemes/award";
import { ALL_RULES, rulesFor } from "@/lib/schemes/rules";
import { TRACKS, type Track } from "@/lib/vocabulary/scheme";
import { allocate, budgetEffect, freeCents, type LineYear } from "./allocation";

const TODAY = "2026-06-01";
const amount = fc.integer({ min: 0, max: 60 });

type Tree = {
  root: number;
  mid: number;
  leaf: number;
  women: number;
  other: number;
  general: number;
  womens: number;
  released: boolean;
};

/** root ← mid ← leaf ← women, with an amount committed in each part. */
function linesOf(tree: Tree): LineYear[] {
  const row = (
    line: string,
    parent: string | null,
    ceiling: number,
    committed: number,
    reserved = 0,
    more: Partial<LineYear> = {},
  ): LineYear => ({
    line,
    parent,
    year: 2026,
    ceilingCents: cents(ceiling),
    committedCents: cents(committed),
    reservedCents: cents(reserved),
    earmark: null,
    releasesOn: null,
    ...more,
  });
  const used = tree.general + tree.womens;
  return [
    row("women", "leaf", tree.women, tree.womens, 0, {
      earmark: "women",
      releasesOn: tree.released ? TODAY : "2026-10-01",
    }),
    row("leaf", "mid", tree.leaf, used, tree.released ? 0 : tree.women - tree.womens),
    row("mid", "root", tree.mid, used + tree.other),
    row("root", null, tree.root, used + tree.other),
  ];
}

const trees = fc
  .record({
    root: amount,
    mid: amount,
    leaf: amount,
    women: fc.integer({ min: 0, max: 20 }),
    other: amount,
    general: amount,
    womens: amount,
    released: fc.boolean(),
  })
  .filter(
    (t) => t.womens <= t.women && t.general + t.womens + (t.released ? 0 : t.women - t.womens) <= t.leaf,
  )
  .filter((t) => t.general + t.womens + t.other <= Math.min(t.mid, t.root));

const awards = fc
  .array(
    fc.record({
      track: fc.constantFrom<Track>("general", "women"),
      amountCents: fc.integer({ min: 1, max: 25 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((lines) =>
    lines.map(
      ({ track, amountCents }, i): AwardLine => ({
        trajectory: i + 1,
        track,
        amountCents: cents(amountCents),
        item: "guidance",
        article: "test",
      }),
    ),
  );

/** Fits when the women's amount beyond the earmark and the general amount stay below what each level has left. */
function fitsByHand(t: Tree, award: readonly AwardLine[]): boolean {
  const need = (track: Track) =>
    award.filter((l) => l.track === track).reduce((sum, l) => sum + l.amountCents, 0);
  const fromEarmark = Math.min(need("women"), t.women - t.womens);
  const rest = need("women") - fromEarmark + need("general");
  const leafLeft = t.leaf - t.general - t.womens - (t.released ? 0 : t.women - t.womens);
  const onLeaf = t.released ? need("women") + need("general") <= leafLeft : rest <= leafLeft;
  return (
    onLeaf && need("women") + need("general") <= Math.min(t.mid, t.root) - t.general - t.womens - t.other
  );
}

describe("an allocation", () => {
  test("exists exactly when it fits, and adds up to the award", () => {
    fc.assert(
      fc.property(trees, awards, (tree, award) => {
        const result = allocate(award, "leaf", linesOf(tree), TODAY);
        expect(result.ok).toBe(fitsByHand(tree, award));
        if (!result.ok) return;
        for (const line of award) {
          const entries = result.value.filter(({ trajectory }) => trajectory === line.trajectory);
          expect(entries.reduce((sum, entry) => sum + entry.amountCents, 0)).toBe(line.amountCents);
          if (line.track === "general") expect(entries.map((entry) => entry.line)).toEqual(["leaf"]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("leaves no line over its ceiling, and the women's earmark whole before its release", () => {
    fc.assert(
      fc.property(trees, awards, (tree, award) => {
        const lines = linesOf(tree);
        const result = allocate(award, "leaf", lines, TODAY);
        if (!result.ok) return;
        const effect = budgetEffect(result.value, lines, TODAY);
        for (const { afterCents, ceilingCents } of effect)
          expect(afterCents).toBeLessThanOrEqual(ceilingCents);
        const leaf = effect.find(({ line }) => line === "leaf");
        const women = result.value
          .filter(({ line }) => line === "women")
          .reduce((sum, e) => sum + e.amountCents, tree.womens);
        if (!tree.released)
          expect((leaf?.afterCents ?? 0) + tree.women - women).toBeLessThanOrEqual(tree.leaf);
      }),
      { numRuns: 2000 },
    );
  });

  test("that does not fit names trajectories that do", () => {
    fc.assert(
      fc.property(trees, awards, (tree, award) => {
        const lines = linesOf(tree);
        const result = allocate(award, "leaf", lines, TODAY);
        if (result.ok || result.refusal.reason !== "ceiling-reached") return;
        const { fits } = result.refusal;
        expect(fits.length).toBeLessThan(award.length);
        expect(allocate(awardOfOnly(award, fits), "leaf", lines, TODAY).ok).toBe(true);
      }),
    );
  });

  test("that does not fit names trajectories that a proposal for just those can have", () => {
    const requests = fc
      .constantFrom(...ALL_RULES)
      .chain((rules) =>
        fc
          .array(fc.constantFrom(...TRACKS), { minLength: 1, maxLength: rules.amountsCents.value.length })
          .map((tracks) => ({ rules, trajectories: tracks.map((track, i) => ({ number: i + 1, track })) })),
      );
    const thousands = (tree: Tree): LineYear[] =>
      linesOf(tree).map((line) => ({
        ...line,
        ceilingCents: cents(line.ceilingCents * 100_000),
        committedCents: cents(line.committedCents * 100_000),
        reservedCents: cents(line.reservedCents * 100_000),
      }));
    fc.assert(
      fc.property(trees, requests, (tree, { rules, trajectories }) => {
        const lines = thousands(tree);
        const result = allocate(awardFor(rules, trajectories), "leaf", lines, TODAY);
        if (result.ok || result.refusal.reason !== "ceiling-reached") return;
        const { fits } = result.refusal;
        const fewer = awardFor(
          rules,
          trajectories.filter(({ number }) => fits.includes(number)),
        );
        expect(allocate(fewer, "leaf", lines, TODAY).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("does not price the first remaining trajectory as a second", () => {
    const tree = { root: 7, mid: 7, leaf: 7, women: 0, other: 0, general: 0, womens: 0, released: false };
    const lines = linesOf(tree).map((line) => ({
      ...line,
      ceilingCents: cents(line.ceilingCents * 100_000),
    }));
    const award = awardFor(rulesFor("werkgeverssubsidie-2025"), [
      { number: 1, track: "general" },
      { number: 2, track: "general" },
    ]);
    expect(allocate(award, "leaf", lines, TODAY)).toMatchObject({ refusal: { fits: [] } });
  });

  test("needs a ceiling on every line up to the root: blank is not zero", () => {
    const award: AwardLine[] = [
      { trajectory: 1, track: "general", item: "guidance", amountCents: cents(1), article: "test" },
    ];
    const lines = linesOf({
      root: 9,
      mid: 9,
      leaf: 9,
      women: 0,
      other: 0,
      general: 0,
      womens: 0,
      released: false,
    });
    for (const missing of ["root", "mid", "leaf"])
      expect(
        allocate(
          award,
          "leaf",
          lines.filter(({ line }) => line !== missing),
          TODAY,
        ),
      ).toEqual({ ok: false, refusal: { reason: "no-ceiling", line: missing } });
  });
});

test("the lower total of the root binds by itself: 11.6 with 11.9 below it", () => {
  const million = (amount: number) => cents(amount * 100_000_000);
  const row = (line: string, parent: string | null, ceiling: number, committed: number): LineYear => ({
    line,
    parent,
    year: 2026,
    ceilingCents: million(ceiling),
    committedCents: million(committed),
    reservedCents: cents(0),
    earmark: null,
    releasesOn: null,
  });
  const lines = [row("vjn-2025", null, 11.6, 11.5), row("startbanen", "vjn-2025", 1.3, 0.9)];
  const award: AwardLine[] = [
    { trajectory: 1, track: "general", item: "place", amountCents: million(0.2), article: "test" },
  ];
  expect(allocate(award, "startbanen", lines, TODAY)).toMatchObject({
    refusal: { reason: "ceiling-reached", line: "vjn-2025", freeCents: million(0.1) },
  });
  expect(freeCents(lines[1] as LineYear)).toBe(million(0.4));
});
