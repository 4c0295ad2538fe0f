import { streamed } from "@/app/streamed";
import { currentMoment } from "@/lib/calendar/queries/current-moment";
import { LICENCE, publicFields } from "@/lib/publication/grant";
import { allPublishedGrants } from "@/lib/publication/queries/published-grants";

async function* text(): AsyncGenerator<string> {
  const now = await currentMoment();
  const head = { stand: now.toISOString(), licentie: LICENCE };
  yield `${JSON.stringify(head).slice(0, -1)},"subsidies":[`;
  let comma = "";
  for await (const grants of allPublishedGrants()) {
    yield comma + grants.map((grant) => JSON.stringify(publicFields(grant))).join(",\n");
    comma = ",\n";
  }
  yield "]}\n";
}

export function GET(): Promise<Response> {
  return streamed(text(), "application/json", "grants.json");
}
