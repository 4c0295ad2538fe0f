import { sql } from "drizzle-orm";
import { check, date, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { people } from "./identity";

/** Days equated with a holiday by royal decree (Algemene termijnenwet art. 3(3)), each with its decree. */
export const equatedDays = pgTable(
  "equated_days",
  {
    day: date().primaryKey(),
    source: text().notNull(),
    /** Absent for the days of the reference data. */
    enteredBy: uuid("entered_by").references(() => people.id, { onDelete: "restrict" }),
    enteredAt: instant("entered_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    check("equated_days_working_days", sql`extract(isodow from ${t.day}) <= 5`),
    check("equated_days_sourced", sql`${t.source} <> ''`),
  ],
);
