import { streamed } from "@/app/streamed";
import { requireStaff } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { rawSection } from "@/lib/form-state";
import { count } from "@/lib/limits/commands/count";
import { recordExport } from "@/lib/publication/commands/record-export";
import {
  type ExportChoice,
  exportColumns,
  exportSchema,
  MOST_SPREADSHEET_ROWS,
} from "@/lib/publication/export";
import { type ExportRow, exportRows } from "@/lib/publication/queries/export-rows";
import { type Column, csvOf, xlsxOf } from "@/lib/publication/table-file";

/** A file with the requested rows; the export is an event. Redirects to the form when it cannot be made. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireStaff("reviewer", "decider", "budget_holder", "auditor");
  const parsed = exportSchema.safeParse(rawSection(await request.formData()));
  if (!parsed.success) return backTo("answers");
  if (!(await count("export-person", actor.personId)).ok) return backTo("too-often");
  const choice = parsed.data;
  await recordExport(actor, choice);
  const rows = exportRows(actor, choice);
  const columns = exportColumns(choice.dataset, actor.roles);
  return choice.format === "csv" ? csv(choice, columns, rows) : spreadsheet(choice, columns, rows);
}

const nameOf = ({ dataset, scheme, year, format }: ExportChoice) => `${dataset}-${scheme}-${year}.${format}`;

function csv(
  choice: ExportChoice,
  columns: Column<string>[],
  rows: AsyncGenerator<ExportRow[]>,
): Promise<Response> {
  async function* lines(): AsyncGenerator<string> {
    yield csvOf(columns, []);
    for await (const part of rows) yield csvOf(columns, part as Required<ExportRow>[], { withHeader: false });
  }
  return streamed(lines(), "text/csv; charset=utf-8", nameOf(choice));
}

async function spreadsheet(
  choice: ExportChoice,
  columns: Column<string>[],
  rows: AsyncGenerator<ExportRow[]>,
): Promise<Response> {
  const all: ExportRow[] = [];
  for await (const part of rows) {
    all.push(...part);
    if (all.length > MOST_SPREADSHEET_ROWS) return backTo("too-many");
  }
  const file = await xlsxOf(choice.dataset, columns, all as Required<ExportRow>[]);
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${nameOf(choice)}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

const backTo = (problem: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location: new URL(`/exports?problem=${problem}`, env().APP_URL).href },
  });
