import { streamed } from "@/app/streamed";
import { GRANT_FIELDS, publicFields } from "@/lib/publication/grant";
import { allPublishedGrants } from "@/lib/publication/queries/published-grants";
import { csvOf } from "@/lib/publication/table-file";

const COLUMNS = GRANT_FIELDS.map((key) => ({ key, header: key }));

async function* lines(): AsyncGenerator<string> {
  yield csvOf(COLUMNS, []);
  for await (const grants of allPublishedGrants())
    yield csvOf(COLUMNS, grants.map(publicFields), { withHeader: false });
}

export function GET(): Promise<Response> {
  return streamed(lines(), "text/csv; charset=utf-8", "grants.csv");
}
