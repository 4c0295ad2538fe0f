import { integer, pgTable, text } from "drizzle-orm/pg-core";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { id, money } from "./columns";

/**
 * Claimed amounts, as changes that add up per ceiling. Triggers write one when an application moves; the worker merges
 * them into one row each, so that reading stays cheap.
 */
export const claims = pgTable("claims", {
  id: id(),
  lineId: text("line_id").$type<LineId>().notNull(),
  year: integer().notNull(),
  amountCents: money("amount_cents").notNull(),
});
