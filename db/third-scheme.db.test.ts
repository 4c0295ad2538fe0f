import { beforeAll, expect, test } from "vitest";
import { BUDGET_LINES, type ReferenceLine } from "@/db/reference/budget";
import { loadReference } from "@/db/reference/load";
import { aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aStaffMember, theBudget } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { euros } from "@/lib/money";
import { publishedGrants } from "@/lib/publication/queries/published-grants";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { THIRD } from "@/scripts/testing/third-scheme";

/** Every module that is imported above knows this scheme: `thirdSchemePlugin` adds it. */
const scheme = THIRD as Scheme;
const { sql, ownerUrl } = await testDatabase();

/** The same as the migration of a new scheme. */
beforeAll(() => sql.unsafe(`alter type scheme add value '${scheme}'`));

test("a third scheme without a line in the reference data stops the start", async () => {
  const lines = BUDGET_LINES as ReferenceLine[];
  const before = [...lines];
  lines.splice(0, lines.length, ...before.filter((line) => line.scheme !== scheme));
  await expect(loadReference(ownerUrl, { demo: true })).rejects.toThrow(`no budget line for ${scheme}`);
  lines.splice(0, lines.length, ...before);
});

test("an application under a third scheme is filed, granted, booked on its own line and published", async () => {
  await loadReference(ownerUrl, { demo: true });
  const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
  const today = dayOf(clock?.now ?? new Date(0));
  const year = yearOf(today);
  expect(
    await sql`select line_id, rules_version from windows where scheme = ${scheme} and is_example`,
  ).toMatchObject([{ line_id: scheme, rules_version: `${scheme}-2026` }]);
  await theBudget(sql, year);

  const proposed = await aProposedCase(sql, { scheme });
  expect(proposed.reference).toMatch(/^LB-/);
  expect(await decide(await aStaffMember(sql, ["decider"]), proposed)).toMatchObject({ ok: true });
  expect(
    await sql`select line_id, amount_cents::int as cents from ledger_entries
      where application_id = ${proposed.applicationId}`,
  ).toMatchObject([{ line_id: scheme, cents: euros(8_000) }]);
  expect(await sql`select line_id from ceilings where committed_cents > 0 order by line_id`).toMatchObject([
    { line_id: scheme },
    { line_id: "startbanen" },
    { line_id: "vjn-2025" },
  ]);

  const { content } = await publishLetter({
    kind: "decision",
    applicationId: proposed.applicationId,
    about: "5",
  });
  expect(pdfText(content)).toContain(proposed.reference);
  expect(await publishedGrants({}, 10)).toMatchObject([
    { scheme, amountCents: euros(8_000), decidedOn: today },
  ]);
  await expectInvariants(sql);
});
