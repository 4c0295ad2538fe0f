import { migrate } from "@/db/migrate";
import { loadReference } from "@/db/reference/load";
import { appPassword, readEnv } from "@/lib/env";
import { explain, Trouble } from "./start/trouble";

/** Brings the database up to date, as its owner; the only production command that gets DATABASE_URL. */
async function main(): Promise<void> {
  const read = readEnv(process.env);
  const ownerUrl = process.env.DATABASE_URL;
  if ("problems" in read) throw new Trouble(`The database cannot be migrated. ${read.problems.join(" ")}`);
  if (!ownerUrl) throw new Trouble("DATABASE_URL is missing: the database is migrated as its owner.");
  await migrate(ownerUrl, appPassword(read.env.APP_SECRET));
  await loadReference(ownerUrl, { demo: read.env.PORTAL_MODE === "demo" });
  console.log("The database is up to date.");
}

main().catch((error) => {
  console.error(explain(error));
  process.exit(1);
});
