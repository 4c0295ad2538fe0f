import { environment } from "./environment";
import { borrowPostgres } from "./postgres/borrow";
import { step } from "./start/progress";
import { explain } from "./start/trouble";
import { verifyLedger } from "./verify/ledger";

main().catch((error) => {
  console.error(explain(error));
  process.exitCode = 1;
});

/** Checks every invariant of the database in DATABASE_URL, or else of this project's own. Reads only. */
async function main(): Promise<void> {
  Object.assign(process.env, environment(process.env));
  const cluster = process.env.DATABASE_URL ? undefined : await step("Starting PostgreSQL", borrowPostgres);
  try {
    await verifyLedger(process.env.DATABASE_URL ?? cluster?.ownerUrl ?? "");
  } finally {
    await cluster?.stop();
  }
}
