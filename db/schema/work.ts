import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { State } from "@/lib/vocabulary/lifecycle";
import { applications } from "./applications";
import { id, instant, money } from "./columns";
import { people } from "./identity";

/**
 * The work list of officials: one row per filed application, kept by triggers. States are text, because row-level
 * policies prevent the use of an index on an enum; a zero UUID stands for "no handler", so that it can be looked up
 * like any other.
 */
export const workItems = pgTable(
  "work_items",
  {
    applicationId: uuid("application_id")
      .primaryKey()
      .references(() => applications.id, { onDelete: "restrict" }),
    reference: text().notNull().unique(),
    caseNumber: bigint("case_number", { mode: "number" }).notNull().unique(),
    organisationId: uuid("organisation_id").notNull(),
    windowId: text("window_id").notNull(),
    state: text().$type<State>().notNull(),
    assigneeId: uuid("assignee_id").notNull(),
    /** Legal name in lower case, to sort by. */
    employer: text().notNull(),
    rankDay: date("rank_day").notNull(),
    dueOn: date("due_on").notNull(),
    requestedCents: money("requested_cents").notNull(),
    changedAt: instant("changed_at").notNull(),
    trajectories: integer().notNull().default(0),
    women: integer().notNull().default(0),
    /** Attention points, by id of the check. */
    attention: text().array().notNull().default(sql`'{}'`),
    hasAttention: boolean("has_attention").notNull().generatedAlwaysAs(sql`cardinality(attention) > 0`),
  },
  (t) => [
    index("work_items_organisation").on(t.organisationId),
    index("work_items_rank").on(t.windowId, t.state, t.rankDay, t.caseNumber),
    index("work_items_due").on(t.windowId, t.state, t.dueOn, t.caseNumber),
    index("work_items_amount").on(t.windowId, t.state, t.requestedCents, t.caseNumber),
    index("work_items_employer").on(t.windowId, t.state, t.employer, t.caseNumber),
    index("work_items_change").on(t.windowId, t.state, t.changedAt, t.caseNumber),
    index("work_items_attention")
      .on(t.windowId, t.state, t.rankDay, t.caseNumber)
      .where(sql`${t.hasAttention}`),
    index("work_items_assignee_rank").on(t.assigneeId, t.state, t.rankDay, t.caseNumber),
    index("work_items_assignee_due").on(t.assigneeId, t.state, t.dueOn, t.caseNumber),
    index("work_items_assignee_change").on(t.assigneeId, t.state, t.changedAt, t.caseNumber),
  ],
);

/** A saved view: its filters as parameters of an address. */
export const savedViews = pgTable(
  "saved_views",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    name: text().notNull(),
    words: text().notNull(),
    savedAt: instant("saved_at").notNull().default(sql`portal_now()`),
  },
  (t) => [primaryKey({ columns: [t.personId, t.name] })],
);

/** Notes of officials about a case: sealed, never changed. */
export const caseNotes = pgTable(
  "case_notes",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    text: text().notNull(),
    writtenBy: uuid("written_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    writtenAt: instant("written_at").notNull().default(sql`portal_now()`),
  },
  (t) => [index("case_notes_application").on(t.applicationId, t.writtenAt)],
);

/**
 * The last visit of an official to a case, up to which event: for who has it open now, and what changed since.
 * `before…` is the end of the previous visit.
 */
export const caseVisits = pgTable(
  "case_visits",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    decides: boolean().notNull(),
    openedAt: instant("opened_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    seenEvent: integer("seen_event").notNull(),
    beforeAt: instant("before_at"),
    beforeEvent: integer("before_event"),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.personId] }), index("case_visits_person").on(t.personId)],
);
