import { budgetOverview } from "@/lib/budget/queries/budget-overview";
import { dayOf, yearOf } from "@/lib/dates";
import { meterFile } from "@/lib/publication/meter";

const PRINTED = { from: 2025, until: 2030 };

/** The meter for programs: what the budget page shows, at most a minute old for who asks often. */
export async function GET(): Promise<Response> {
  const thisYear = yearOf(dayOf(new Date()));
  const overview = await budgetOverview(PRINTED.from, Math.max(PRINTED.until, thisYear));
  return Response.json(meterFile(overview), {
    headers: {
      "Content-Disposition": 'attachment; filename="budget.json"',
      "Cache-Control": "public, max-age=60",
    },
  });
}
