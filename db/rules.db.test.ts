import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { afterBooking, allocate, type LineYear } from "@/lib/budget/allocation";
import { dayOf } from "@/lib/dates";
import { type Cents, cents, sumCents } from "@/lib/money";
import { type AwardLine, awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { STATES, UNDECIDED } from "@/lib/vocabulary/lifecycle";
import { TRACKS } from "@/lib/vocabulary/scheme";

const { sql } = await testDatabase();

describe("every function of the database", () => {
  const functions = () => sql<{ name: string; owner: string; bound: boolean; anyone: boolean }[]>`
    select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner,
      p.prosqlbody is not null or coalesce(array_to_string(p.proconfig, ' ') ~ '^search_path=public, pg_temp$', false) as bound,
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as anyone
    from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (
      select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;

  test("belongs to the role that cannot sign in", async () => {
    const all = await functions();
    expect(all.length).toBeGreaterThan(70);
    expect(all.filter(({ owner }) => owner !== "portal_engine")).toEqual([]);
    const [engine] = await sql`select rolcanlogin as signs_in from pg_roles where rolname = 'portal_engine'`;
    expect(engine).toEqual({ signs_in: false });
  });

  test("sets its search path, or is bound to its objects when it is made", async () =>
    expect((await functions()).filter(({ bound }) => !bound)).toEqual([]));

  test("can be called only by the roles that access.sql names", async () =>
    expect((await functions()).filter(({ anyone }) => anyone)).toEqual([]));
});

describe("rules in TypeScript and in SQL", () => {
  test("have the same list of undecided states", async () => {
    const rows = await sql<{ state: string }[]>`
      select state::text from unnest(enum_range(null::state)) state where is_undecided(state)`;
    expect(rows.map(({ state }) => state).sort()).toEqual([...UNDECIDED].sort());
    const [all] = await sql<{ states: string[] }[]>`select enum_range(null::state)::text[] as states`;
    expect(all?.states).toEqual([...STATES]);
  });

  test("put a moment on the same legal day", async () => {
    const moments = fc.sample(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }),
      2_000,
    );
    const rows = await sql<{ day: string }[]>`
      select legal_day(m)::text as day from unnest(${moments.map((m) => m.toISOString())}::timestamptz[])
        with ordinality o(m, n) order by n`;
    expect(rows.map(({ day }) => day)).toEqual(moments.map((moment) => dayOf(moment)));
  });

  test("order applications without a lot after all lots, then by case number", async () => {
    const place = fc.record({ lot: fc.option(fc.integer({ min: 1, max: 9 })), number: fc.nat({ max: 99 }) });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place, { selector: ({ number }) => number }), async (places) => {
        const [row] = await sql<{ listed: number[] | null; turned: number[] | null }[]>`
          select array_agg(number order by lot, number) as listed,
            array_agg(number order by (turn_of_lot(lot), number)) as turned
          from jsonb_to_recordset(${sql.json(places)}) x(lot integer, number integer)`;
        const last = Number.POSITIVE_INFINITY;
        const sorted = [...places].sort(
          (a, b) => (a.lot ?? last) - (b.lot ?? last) || a.number - b.number || 0,
        );
        const numbers = sorted.map(({ number }) => number);
        expect(row?.listed ?? []).toEqual(numbers);
        expect(row?.turned ?? []).toEqual(numbers);
      }),
      { numRuns: 60 },
    );
  });

  const TODAY = "2026-06-01";
  const AMPLE = cents(1_000_000_000);
  const lines = (earmark: Cents): LineYear[] => {
    const line = { year: 2026, ceilingCents: AMPLE, committedCents: cents(0), releasesOn: null };
    return [
      { ...line, line: "leaf", parent: null, reservedCents: earmark, earmark: null },
      {
        ...line,
        line: "women",
        parent: "leaf",
        reservedCents: cents(0),
        earmark: "women",
        ceilingCents: earmark,
      },
    ];
  };
  const tracks = fc.array(fc.constantFrom(...TRACKS), { minLength: 1, maxLength: 4 });

  test("divide women's money alike over earmark and general part, for one award and for many at once", async () => {
    const scheme = rulesFor("werkgeverssubsidie-2026");
    await fc.assert(
      fc.asyncProperty(
        fc.array(tracks, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 12_000_000 }),
        async (drawn, left) => {
          const awards = drawn.map((of) =>
            awardFor(
              scheme,
              of.map((track, index) => ({ number: index + 1, track })),
            ),
          );
          expect(await bookedTogether(awards, left)).toEqual(bookedOneByOne(awards, lines(cents(left))));
        },
      ),
      { numRuns: 80 },
    );
  });

  /** The part of each award that the earmark pays, one after the other, as single decisions book it. */
  function bookedOneByOne(awards: AwardLine[][], start: LineYear[]): number[] {
    let now = start;
    return awards.map((award) => {
      const entries = allocate(award, "leaf", now, TODAY);
      if (!entries.ok) throw new Error(entries.refusal.reason);
      now = afterBooking(now, entries.value, TODAY);
      return sumCents(entries.value.filter(({ line }) => line === "women").map((entry) => entry.amountCents));
    });
  }

  /** The same, as a bulk grant books it. */
  async function bookedTogether(awards: AwardLine[][], left: number): Promise<number[]> {
    const rows = awards.flatMap((award, place) =>
      award.map(({ track, amountCents }) => ({ place, track, cents: amountCents })),
    );
    const sums = await sql<{ earmarked: number }[]>`
      with lines as (
        select place, track, cents, n, sum(case when track = 'women' then cents else 0 end) over (order by n)::bigint as women
        from rows from (jsonb_to_recordset(${sql.json(rows)}) as (place integer, track text, cents bigint)) with ordinality
          x(place, track, cents, n)
      )
      select sum(case when track = 'women' then from_earmark(cents, women - cents, ${left}) else 0 end)::float8 as earmarked
      from lines group by place order by place`;
    return sums.map(({ earmarked }) => earmarked);
  }
});
