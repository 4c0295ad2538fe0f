import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { VISITOR } from "@/lib/actor";
import type { Day } from "@/lib/day";
import type { LetterKind } from "@/lib/vocabulary/letter-kinds";

export type KnownLetter = { kind: LetterKind; reference: string; publishedOn: Day };

/** Whether the ministry published a letter of exactly these bytes, told by their SHA-256 in hexadecimal. */
export function knownLetter(sha256: string): Promise<KnownLetter | undefined> {
  return readAs(VISITOR, async (tx) => {
    const {
      rows: [row],
    } = await tx.execute<KnownLetter>(sql`
      select kind, reference, published_on::text as "publishedOn" from letter_known(decode(${sha256}, 'hex'))`);
    return row;
  });
}
