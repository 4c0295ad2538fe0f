import { integer, pgTable, text } from "drizzle-orm/pg-core";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { id, money } from "./columns";

/**
 * What is asked and not decided yet, as changes that add up per ceiling. Written by triggers when
 * an application moves; folded into one row each from time to time, so that reading it never grows.
 */
export const claims = pgTable("claims", {
  id: id(),
  lineId: text("line_id").$type<LineId>().notNull(),
  year: integer().notNull(),
  amountCents: money("amount_cents").notNull(),
});
