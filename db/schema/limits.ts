import { bigint, integer, pgTable, varchar } from "drizzle-orm/pg-core";

/** Counted attempts, by keyed hash of what is limited; columns as rate-limiter-flexible has them. */
export const rateLimits = pgTable("rate_limits", {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint({ mode: "number" }),
});
