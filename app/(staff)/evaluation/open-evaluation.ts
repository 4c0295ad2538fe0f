import { requireStaff } from "@/lib/auth/session";
import { reportYears } from "@/lib/budget/queries/report-years";
import { evaluation } from "@/lib/evaluation/queries/evaluation";

/** The tables of the requested year, or else of this one; budget holders and auditors only. */
export async function openEvaluation(asked: unknown) {
  const actor = await requireStaff("budget_holder", "auditor");
  const years = await reportYears(actor);
  const year = years.find((candidate) => `${candidate}` === asked) ?? years[0];
  return { years, year, tables: await evaluation(actor, year) };
}
