import postgres from "postgres";
import { firstBreaches, INVARIANTS, NUMBERS } from "@/lib/audit/invariants";
import { Trouble } from "../start/trouble";

/** Prints each invariant with the first rows that break it; reads only. Throws Trouble when any row breaks one. */
export async function verifyLedger(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  let broken = 0;
  try {
    await sql.begin("isolation level repeatable read read only", async (tx) => {
      await tx`select set_config('app.kind', 'system', true)`;
      for (const invariant of INVARIANTS) {
        const rows = await tx.unsafe<{ what: string; found: string; n: number }[]>(firstBreaches(invariant));
        const [first] = rows;
        console.log(`${first ? "BROKEN" : "holds "}  ${NUMBERS[invariant.id].padEnd(3)}  ${invariant.id}`);
        for (const { what, found } of rows) console.log(`        ${what}: ${found}`);
        if (first && first.n > rows.length) console.log(`        and ${first.n - rows.length} more`);
        if (first) broken += 1;
      }
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
  if (broken > 0)
    throw new Trouble(`${broken} of ${INVARIANTS.length} checks found something that is broken.`);
  console.log(`All ${INVARIANTS.length} checks hold.`);
}
