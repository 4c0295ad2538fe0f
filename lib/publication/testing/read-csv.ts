type Properties = Readonly<Record<string, object>>;

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;

/** Rows of a CSV file after RFC 4180, read strictly: throws where a reader would have to guess. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const place = FIELD.lastIndex;
    const [, quoted, bare = "", end] = FIELD.exec(text) ?? [];
    if (end === undefined) throw new Error(`no field at ${place}: ${text.slice(place, place + 40)}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Rows below a head, each value with the type of its description. */
export function describedRows(text: string, properties: Properties): Record<string, unknown>[] {
  const [head = [], ...rows] = readCsv(text);
  const typed = (value: string, { type }: { type?: unknown } = {}) =>
    type === "boolean" ? value === "true" : type === "string" || !type ? value : Number(value);
  return rows.map((row) =>
    Object.fromEntries(row.map((value, place) => [head[place], typed(value, properties[head[place] ?? ""])])),
  );
}
