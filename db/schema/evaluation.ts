import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { trajectories } from "./applications";

/** Coarse facts of a trajectory for the evaluation; read as counts only, through `evaluation_counts()`. */
export const evaluationFacts = pgTable(
  "evaluation_facts",
  {
    applicationId: uuid("application_id").notNull(),
    number: integer().notNull(),
    route: text().notNull(),
    sector: text().notNull(),
    region: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.number] }),
    foreignKey({
      name: "evaluation_facts_of_trajectory",
      columns: [t.applicationId, t.number],
      foreignColumns: [trajectories.applicationId, trajectories.number],
    }).onDelete("restrict"),
  ],
);
