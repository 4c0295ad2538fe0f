import { budgetOverview } from "@/lib/budget/queries/budget-overview";
import { meterFile } from "@/lib/publication/meter";

const PRINTED = { from: 2025, until: 2030 };

/** The figures of the budget page as JSON, at most a minute old. */
export async function GET(): Promise<Response> {
  const overview = await budgetOverview(PRINTED.from, PRINTED.until);
  return Response.json(meterFile(overview), {
    headers: {
      "Content-Disposition": 'attachment; filename="budget.json"',
      "Cache-Control": "public, max-age=60",
    },
  });
}
