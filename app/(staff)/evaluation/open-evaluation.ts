import { requireStaff } from "@/lib/auth/session";
import { schemeOverview } from "@/lib/budget/queries/scheme-overview";
import { evaluation } from "@/lib/evaluation/queries/evaluation";

const FIRST_YEAR = 2025;

/** The tables of the year that is asked for, or else of this one; budget holders and auditors only. */
export async function openEvaluation(asked: unknown) {
  const actor = await requireStaff("budget_holder", "auditor");
  const thisYear = (await schemeOverview())[0]?.year ?? FIRST_YEAR;
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => thisYear - back);
  const year = years.find((candidate) => `${candidate}` === asked) ?? thisYear;
  return { years, year, tables: await evaluation(actor, year) };
}
