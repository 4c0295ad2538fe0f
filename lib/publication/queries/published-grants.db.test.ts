import { expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, theBudget } from "@/db/testing/factories";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { publicFields } from "@/lib/publication/grant";
import { allPublishedGrants, publishedGrants } from "./published-grants";

const { sql } = await testDatabase();
const TODAY = dayOf(new Date());

async function aGrant(tracks: ("general" | "women")[]) {
  await theBudget(sql, yearOf(TODAY));
  const proposed = await aProposedCase(sql, { tracks });
  const decider = await aStaffMember(sql, ["decider"]);
  const decided = await decide(decider, proposed);
  if (!decided.ok) throw new Error(decided.refusal.reason);
  const [row] = await sql<{ number: number; kvk: string }[]>`
    select a.case_number::int as number, o.kvk_number as kvk from applications a
    join organisations o on o.id = a.organisation_id where a.id = ${proposed.applicationId}`;
  if (!row) throw new Error("no such case");
  return row;
}

test("anyone sees the grants, the newest first, and no undecided or refused application", async () => {
  const first = await aGrant(["general"]);
  await aFiledApplication(sql);
  const second = await aGrant(["general", "women"]);
  const grants = await publishedGrants({}, 10);
  expect(grants.map(({ caseNumber }) => caseNumber)).toEqual([second.number, first.number]);
  expect(grants[0]).toEqual({
    caseNumber: second.number,
    employer: "Voorbeeld BV",
    kvkNumber: second.kvk,
    scheme: "werkgeverssubsidie",
    year: yearOf(TODAY),
    amountCents: 1_400_000,
    decidedOn: TODAY,
    isExample: false,
  });
  expect(await publishedGrants({ before: second.number }, 10)).toEqual(grants.slice(1));
  expect(await publishedGrants({ after: first.number }, 10)).toEqual(grants.slice(0, 1));
  expect(await publishedGrants({}, 1)).toEqual(grants.slice(0, 1));

  const all = [];
  for await (const part of allPublishedGrants()) all.push(...part);
  expect(all).toEqual(grants.toReversed());
  expect(JSON.stringify(all.map(publicFields))).not.toMatch(/women|vrouw|trajectory/i);
});
