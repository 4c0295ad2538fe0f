import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { freeCents } from "@/lib/budget/allocation";
import { cents } from "@/lib/money";
import { above, type Budget, leafIn } from "../turn";

/** `fitsTogether` of `lib/order/turn.ts` over sums that a query makes, in cents; `fits.db.test.ts` compares the two. */
export function fits({ general, women }: { general: SQL; women: SQL }, budget: Budget): SQL {
  const leaf = leafIn(budget);
  if (!leaf) return sql`false`;
  const most = Math.min(freeCents(leaf) + leaf.reservedCents, ...above(budget).map(freeCents));
  return sql`(${general} + greatest(0, ${women} - ${leaf.reservedCents}::bigint) <= ${freeCents(leaf)}::bigint
    and ${general} + ${women} <= ${cents(most)}::bigint)`;
}
