import { bigint, date, integer, pgView, text, uuid } from "drizzle-orm/pg-core";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { state } from "./applications";
import { scheme } from "./budget";
import { money } from "./columns";

/** What `db/rules/access.sql` lets officials compare across employers, also those that they are tied to. */
export const applicationKeys = pgView("application_keys", {
  id: uuid().notNull(),
  organisationId: uuid("organisation_id").notNull(),
  windowId: text("window_id").notNull(),
  scheme: scheme().notNull(),
  lineId: text("line_id").$type<LineId>().notNull(),
  year: integer().notNull(),
  state: state().notNull(),
  version: integer().notNull(),
  reference: text(),
  caseNumber: bigint("case_number", { mode: "number" }),
  rankDay: date("rank_day"),
  awardedCents: money("awarded_cents"),
  ibanKey: text("iban_key"),
  /** Day of the newest decision that granted anything. */
  grantedOn: date("granted_on"),
}).existing();
