import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** Of applications `a`: whether it waits for money and keeps its place (Awb 4:5). */
export const isInQueue: SQL = sql`holds_place(a.id, a.state)`;
