import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** SQL condition on applications `a`: it is undecided and keeps its place (Awb 4:5). */
export const isInQueue: SQL = sql`is_in_queue(a.id, a.state)`;
