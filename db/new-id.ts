import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "./client";

/** The id of a row that is going to be made: a value in it is sealed for that id. */
export async function newId(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`select uuidv7() as id`);
  if (!rows[0]) throw new Error("the database gave no id");
  return rows[0].id;
}
