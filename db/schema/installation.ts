import { sql } from "drizzle-orm";
import { boolean, check, pgTable } from "drizzle-orm/pg-core";

/** One row: whether this database is a demo, written by its owner. Without it the rules of production count. */
export const installation = pgTable(
  "installation",
  { isOnly: boolean("is_only").primaryKey().default(true), isDemo: boolean("is_demo").notNull() },
  (t) => [check("installation_one_row", sql`${t.isOnly}`)],
);
