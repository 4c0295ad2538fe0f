import { integer, pgTable } from "drizzle-orm/pg-core";
import { scheme } from "./budget";
import { id, money } from "./columns";

/**
 * What is asked and not decided yet, as changes that add up per scheme and year of the window. Written by triggers when
 * an application moves; folded into one row each from time to time, so that reading it never grows.
 */
export const claims = pgTable("claims", {
  id: id(),
  scheme: scheme().notNull(),
  year: integer().notNull(),
  amountCents: money("amount_cents").notNull(),
});
