import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { WAITING } from "@/lib/vocabulary/waiting";

/**
 * Of applications `a`: whether it waits for money and keeps its place. Who is asked for a listed item is not complete
 * and will stand on a later day (Awb 4:5); a question on substance does not move the day, nor cost the place.
 */
export const isInQueue: SQL = sql`a.state in ${WAITING} and (a.state <> 'completion_requested' or not asked_for_listed(a.id))`;
