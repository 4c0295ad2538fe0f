import { OUTCOMES } from "@/lib/evaluation/outlook";
import { csvOf } from "@/lib/publication/table-file";
import { openEvaluation } from "../open-evaluation";

const COLUMNS = ["regeling", "jaar", "kenmerk", "waarde", "uitkomst", "aantal"].map((key) => ({
  key,
  header: key,
}));

/** The tables as one list for research: a row per count, empty where it is suppressed. */
export async function GET(request: Request): Promise<Response> {
  const { year, tables } = await openEvaluation(new URL(request.url).searchParams.get("jaar"));
  const rows = tables.flatMap(({ scheme, dimension, values, shown }) =>
    [...values, "total"].flatMap((value, row) =>
      [...OUTCOMES, "total"].map((outcome, column) => ({
        regeling: scheme,
        jaar: year,
        kenmerk: dimension,
        waarde: value,
        uitkomst: outcome,
        aantal: shown[row]?.[column] ?? null,
      })),
    ),
  );
  return new Response(csvOf(COLUMNS, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="evaluation-${year}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
