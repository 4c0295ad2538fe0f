import "server-only";
import { sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { VISITOR } from "@/lib/actor";

/** Whether the database answers within its deadline; false is an outage, never an exception. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await asActor(VISITOR, (tx) => tx.execute(sql`select 1`));
    return true;
  } catch {
    return false;
  }
}
