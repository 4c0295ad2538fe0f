import { stringify } from "csv-stringify/sync";
import writeXlsx from "write-excel-file/node";

export type Cell = string | number | boolean | null;
export type Column<Key extends string> = { key: Key; header: string };

/**
 * Rows as CSV after RFC 4180, comma and CRLF. A text that a spreadsheet would read as a formula gets an apostrophe in
 * front; numbers stay numbers.
 */
export function csvOf<Key extends string>(
  columns: readonly Column<Key>[],
  rows: readonly Readonly<Record<Key, Cell>>[],
  { withHeader = true }: { withHeader?: boolean } = {},
): string {
  return stringify([...rows], {
    columns: [...columns],
    header: withHeader,
    escape_formulas: true,
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
    cast: { boolean: (value) => (value ? "true" : "false") },
  });
}

/** Rows as a spreadsheet of one sheet. Text is written as text, never as a formula. */
export async function xlsxOf<Key extends string>(
  sheet: string,
  columns: readonly Column<Key>[],
  rows: readonly Readonly<Record<Key, Cell>>[],
): Promise<Buffer> {
  const heads = columns.map(({ header }) => ({ value: header, fontWeight: "bold" as const }));
  const body = rows.map((row) => columns.map(({ key }) => row[key]));
  return writeXlsx([heads, ...body], { sheet, stickyRowsCount: 1 }).toBuffer();
}
