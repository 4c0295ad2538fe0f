import { expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, anEmployer, aStaffMember, theBudget } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { recordExport } from "@/lib/publication/commands/record-export";
import { EXPORT_COLUMNS, type ExportChoice } from "@/lib/publication/export";
import { exportRows } from "./export-rows";

const { sql } = await testDatabase();
const YEAR = yearOf(dayOf(new Date()));
const choice = (dataset: ExportChoice["dataset"], scheme: ExportChoice["scheme"] = "all"): ExportChoice => ({
  ...{ dataset, scheme, year: YEAR },
  format: "csv",
});

async function rowsOf(actor: Staff, asked: ExportChoice) {
  const rows = [];
  for await (const part of exportRows(actor, asked)) rows.push(...part);
  return rows;
}

test("cases and bookings are exported whole, in columns that never change, without drafts", async () => {
  await theBudget(sql, YEAR);
  const decider = await aStaffMember(sql, ["decider"]);
  const proposed = await aProposedCase(sql, { tracks: ["general", "women"] });
  await aCompleteDraft(sql);
  expect(await decide(decider, proposed)).toMatchObject({ ok: true });
  const auditor = await aStaffMember(sql, ["auditor"]);

  const cases = await rowsOf(auditor, choice("cases"));
  expect(cases).toHaveLength(1);
  expect(Object.keys(cases[0] ?? {}).sort()).toEqual(EXPORT_COLUMNS.cases.map(({ key }) => key).sort());
  expect(cases[0]).toMatchObject({
    kenmerk: proposed.reference,
    status: "granted",
    trajecten: 2,
    trajectenVrouwen: 1,
    gevraagdEuro: 14_000,
    toegekendEuro: 14_000,
  });
  expect(await rowsOf(auditor, choice("cases", "startbaan"))).toEqual([]);

  const ledger = await rowsOf(auditor, choice("ledger"));
  expect(Object.keys(ledger[0] ?? {}).sort()).toEqual(EXPORT_COLUMNS.ledger.map(({ key }) => key).sort());
  expect(ledger.reduce((sum, { bedragEuro }) => sum + Number(bedragEuro), 0)).toBe(14_000);
});

test("each export is an event with person and dataset", async () => {
  const auditor = await aStaffMember(sql, ["auditor"]);
  await recordExport(auditor, choice("cases"));
  await recordExport(auditor, choice("ledger"));
  const events =
    await sql`select type, payload from events where person_id = ${auditor.personId} order by number`;
  expect(events).toEqual([
    { type: "export.make", payload: choice("cases") },
    { type: "export.make", payload: choice("ledger") },
  ]);
});

test("an employer gets no export", async () => {
  const stranger = (await anEmployer(sql)) as unknown as Staff;
  expect(await rowsOf(stranger, choice("cases"))).toEqual([]);
});
