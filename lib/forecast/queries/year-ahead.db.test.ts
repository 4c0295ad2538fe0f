import { expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aStaffMember, theBudget } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { euros } from "@/lib/money";
import { yearAhead } from "./year-ahead";

const { sql } = await testDatabase();
const TODAY = dayOf(new Date());
const YEAR = yearOf(TODAY);
const CEILING = { line: "werkgeverssubsidie", year: YEAR } as const;

test("a line without a ceiling this year has nothing free, and no forecast", async () => {
  const holder = await aStaffMember(sql, ["budget_holder"]);
  const ahead = await yearAhead(holder, { line: "startbaan-experimenten", year: YEAR });
  expect(ahead).toMatchObject({ ceilingCents: null, freeCents: 0, runOut: { kind: "gone" } });
});

test("the year shows the granted, claimed and fitting amounts in rank order; a full ceiling does not affect the next year's share", async () => {
  await theBudget(sql, YEAR, { werkgeverssubsidie: 8_000 });
  const proposed = await aProposedCase(sql);
  expect(await decide(await aStaffMember(sql, ["decider"]), proposed)).toMatchObject({ ok: true });
  const full = await aProposedCase(sql, {
    choice: { granted: [], grounds: ["ceiling"], explanation: "Het plafond is bereikt." },
  });
  expect(await decide(await aStaffMember(sql, ["decider"]), full)).toMatchObject({ ok: true });
  await sql`update ceilings set ceiling_cents = ${euros(20_000)} where line_id = ${CEILING.line} and year = ${YEAR}`;
  const first = await aFiledApplication(sql);
  const second = await aFiledApplication(sql, { tracks: ["women"] });

  const ahead = await yearAhead(await aStaffMember(sql, ["budget_holder"]), CEILING);
  expect(ahead).toMatchObject({
    ceilingCents: euros(20_000),
    grantedCents: euros(8_000),
    freeCents: euros(12_000),
    claimedCents: euros(16_000),
    insideCents: euros(8_000),
    share: 1,
    runOut: { kind: "claimed" },
  });
  expect(ahead.cases.map(({ reference }) => reference)).toEqual([first.reference, second.reference]);
  expect(ahead.days).toEqual([
    { day: TODAY, askedCents: euros(32_000), womenCents: euros(8_000), tiedCents: euros(8_000) },
  ]);
});

test("an employer learns nothing of other employers from it", async () => {
  const ahead = await yearAhead((await anEmployer(sql)) as unknown as Staff, CEILING);
  expect(ahead).toMatchObject({ cases: [], claimedCents: 0, days: [] });
});
