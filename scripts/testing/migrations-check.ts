import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { command, type Ended } from "./command";

const MIGRATIONS = "db/migrations";
const SCHEMA = "./db/schema/index.ts";

/** Passes when the tables in code match the migrations, and migrations follow each other in time. */
export async function migrationsCheck(): Promise<Ended> {
  const copy = mkdtempSync(".data/migrations-");
  try {
    cpSync(MIGRATIONS, copy, { recursive: true });
    const args = ["generate", "--dialect", "postgresql", "--schema", SCHEMA, "--out", copy];
    const { code, output } = await command(["node_modules/drizzle-kit/bin.cjs", ...args]);
    const missing = readdirSync(copy).filter((name) => !readdirSync(MIGRATIONS).includes(name));
    if (code !== 0 || missing.length > 0) {
      return { code: 1, output: `The schema asks for a migration: npm run generate.\n${output}` };
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
  return isInOrder()
    ? { code: 0, output: "" }
    : { code: 1, output: "The times in db/migrations/meta/_journal.json do not increase." };
}

function isInOrder(): boolean {
  const { entries } = JSON.parse(readFileSync(join(MIGRATIONS, "meta/_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  return entries.every((entry, i) => i === 0 || entry.when > (entries[i - 1]?.when ?? 0));
}
