import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { VISITOR } from "@/lib/actor";
import { cents } from "@/lib/money";
import type { PublishedGrant } from "@/lib/publication/grant";

type Row = {
  case_number: string;
  employer: string;
  kvk_number: string;
  scheme: PublishedGrant["scheme"];
  year: number;
  awarded_cents: string;
  decided_on: string;
  is_example: boolean;
};
type Place = { before?: number } | { after: number };

const BATCH = 2_000;

/**
 * Public grants, at most `limit`: with `before` those with a lower case number, the newest first; with `after` those
 * with a higher one, the oldest first.
 */
export async function publishedGrants(place: Place, limit: number): Promise<PublishedGrant[]> {
  const isDown = !("after" in place);
  const bound = isDown ? (place.before ?? null) : place.after;
  const { rows } = await readAs(VISITOR, (tx) =>
    tx.execute<Row>(sql`
      select case_number, employer, kvk_number, scheme, year, awarded_cents, decided_on::text, is_example
      from published_grants(${bound}::bigint, ${isDown}, ${limit})`),
  );
  return rows.map(({ case_number, kvk_number, awarded_cents, decided_on, is_example, ...row }) => ({
    ...row,
    caseNumber: Number(case_number),
    kvkNumber: kvk_number,
    amountCents: cents(Number(awarded_cents)),
    decidedOn: decided_on,
    isExample: is_example,
  }));
}

/** Every grant, the oldest first, some thousands at a time, so that no whole file is in memory. */
export async function* allPublishedGrants(): AsyncGenerator<PublishedGrant[]> {
  let after = 0;
  for (;;) {
    const grants = await publishedGrants({ after }, BATCH);
    if (grants.length > 0) yield grants;
    const last = grants.at(-1);
    if (!last || grants.length < BATCH) return;
    after = last.caseNumber;
  }
}
