import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { applications } from "./applications";
import { ceilings, scheme } from "./budget";
import { id, instant } from "./columns";
import { people } from "./identity";

/**
 * The draw of one crossing day of one ceiling: frozen by one budget holder, revealed by another, and never changed
 * otherwise.
 */
export const draws = pgTable(
  "draws",
  {
    id: id(),
    scheme: scheme().notNull(),
    lineId: text("line_id").$type<LineId>().notNull(),
    year: integer().notNull(),
    day: date().notNull(),
    /** The frozen list as canonical JSON: exactly the text that was hashed. */
    list: text().notNull(),
    listHash: text("list_hash").notNull(),
    seedCommitment: text("seed_commitment").notNull(),
    /** Hexadecimal; secret until it is revealed. */
    seed: text(),
    frozenAt: instant("frozen_at").notNull().default(sql`portal_now()`),
    frozenBy: uuid("frozen_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    revealedAt: instant("revealed_at"),
    revealedBy: uuid("revealed_by").references(() => people.id, { onDelete: "restrict" }),
  },
  (t) => [
    unique("draws_one_per_day").on(t.lineId, t.year, t.day),
    foreignKey({ columns: [t.lineId, t.year], foreignColumns: [ceilings.lineId, ceilings.year] }).onDelete(
      "restrict",
    ),
    check("draws_list_hash", sql`${t.listHash} = encode(sha256(convert_to(${t.list}, 'UTF8')), 'hex')`),
    check("draws_seed_kept", sql`${t.seedCommitment} = encode(sha256(decode(${t.seed}, 'hex')), 'hex')`),
    check("draws_revealed_whole", sql`num_nonnulls(${t.seed}, ${t.revealedAt}, ${t.revealedBy}) in (0, 3)`),
    check("draws_revealed_by_another", sql`${t.revealedBy} <> ${t.frozenBy}`),
  ],
);

/** The seed of a draw, encrypted, between freezing and revealing. */
export const drawSeeds = pgTable("draw_seeds", {
  drawId: uuid("draw_id")
    .primaryKey()
    .references(() => draws.id, { onDelete: "restrict" }),
  sealed: text().notNull(),
});

/**
 * Place of an application within its day, from 1, from a draw. Only the lot of its present rank day counts: after a
 * later completion it has another day, which may be drawn as well.
 */
export const lots = pgTable(
  "lots",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    drawId: uuid("draw_id")
      .notNull()
      .references(() => draws.id, { onDelete: "restrict" }),
    lot: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.drawId] }),
    unique("lots_once_per_draw").on(t.drawId, t.lot),
    check("lots_from_one", sql`${t.lot} >= 1`),
  ],
);
