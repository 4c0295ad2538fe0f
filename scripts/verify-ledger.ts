import postgres from "postgres";
import { firstBreaches, INVARIANTS, NUMBERS } from "@/lib/audit/invariants";
import { environment } from "./environment";
import { borrowPostgres } from "./postgres/borrow";
import { step } from "./start/progress";
import { explain, Trouble } from "./start/trouble";

main().catch((error) => {
  console.error(explain(error));
  process.exitCode = 1;
});

/** Checks every invariant of the database in DATABASE_URL, or else of this project's own. Reads only. */
async function main(): Promise<void> {
  Object.assign(process.env, environment(process.env));
  const cluster = process.env.DATABASE_URL ? undefined : await step("Starting PostgreSQL", borrowPostgres);
  try {
    const broken = await verify(process.env.DATABASE_URL ?? cluster?.ownerUrl ?? "");
    if (broken > 0)
      throw new Trouble(`${broken} of ${INVARIANTS.length} checks found something that is broken.`);
    console.log(`All ${INVARIANTS.length} checks hold.`);
  } finally {
    await cluster?.stop();
  }
}

/** Prints each check with the first rows that break it; gives how many checks found any. */
async function verify(ownerUrl: string): Promise<number> {
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
  return broken;
}
