import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { MANUAL_CHECKS, type ManualCheck } from "@/lib/decisions/manual-checks";
import type { AwardLine } from "@/lib/schemes/award";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { MOVE_NAMES, STATES, UNDECIDED } from "@/lib/vocabulary/lifecycle";
import { OUTCOMES } from "@/lib/vocabulary/outcomes";
import { ceilings, rulesVersions, scheme, track, windows } from "./budget";
import { id, instant, money } from "./columns";
import { organisations, people } from "./identity";

export const state = pgEnum("state", STATES);
export const moveName = pgEnum("move_name", MOVE_NAMES as [string, ...string[]]);

/** Case numbers, in the order of filing. */
export const caseNumbers = pgSequence("case_numbers");

/** The move table as the database checks it: loaded from `lib/vocabulary/lifecycle.ts`. */
export const moves = pgTable(
  "moves",
  { name: moveName().notNull(), from: state().notNull(), to: state().notNull(), role: text().notNull() },
  (t) => [primaryKey({ columns: [t.name, t.from, t.role] })],
);

const undecided = sql.raw(`(${UNDECIDED.map((name) => `'${name}'`).join(", ")})`);

/** One employer in one window. `version` counts its moves; `answers` is sealed and changes only while it is a draft. */
export const applications = pgTable(
  "applications",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    windowId: text("window_id").notNull(),
    /** The branch of the person who started it; null is the whole organisation. */
    branchNumber: char("branch_number", { length: 12 }),
    scheme: scheme().notNull(),
    /** The ceiling of its window, on which it is queued and booked (Awb 4:26, 4:27). */
    lineId: text("line_id").$type<LineId>().notNull(),
    year: integer().notNull(),
    rulesVersion: text("rules_version")
      .notNull()
      .references(() => rulesVersions.id, { onDelete: "restrict" }),
    state: state().notNull().default("draft"),
    version: integer().notNull().default(1),
    answers: text().notNull(),
    answersVersion: integer("answers_version").notNull().default(1),
    savedAt: instant("saved_at").notNull().default(sql`portal_now()`),
    reference: text().unique(),
    caseNumber: bigint("case_number", { mode: "number" }).unique(),
    submittedAt: instant("submitted_at"),
    /** Day on which it became complete, by the database clock: written once, on filing. */
    rankDay: date("rank_day"),
    /** Last day to decide by law, extended by suspensions: written by the database. */
    dueOn: date("due_on"),
    requestedCents: money("requested_cents"),
    awardedCents: money("awarded_cents"),
    /** Refused for want of money alone: reconsidered in its old place when money is released. Set by the database. */
    reconsiders: boolean().notNull().default(false),
    /** The day on which it was reconsidered: the term for the next decision runs from this day. */
    reconsideredOn: date("reconsidered_on"),
    /** Keyed HMAC of the bank account, to find an account shared by employers without storing it. */
    ibanKey: text("iban_key"),
    assigneeId: uuid("assignee_id").references(() => people.id, { onDelete: "restrict" }),
    startedBy: uuid("started_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    startedAt: instant("started_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    uniqueIndex("applications_one_live_per_window")
      .on(t.organisationId, t.windowId)
      .where(sql`${t.state} <> 'withdrawn'`),
    index("applications_window").on(t.windowId),
    foreignKey({
      name: "applications_window_ceiling",
      columns: [t.windowId, t.lineId, t.year],
      foreignColumns: [windows.id, windows.lineId, windows.year],
    }).onDelete("restrict"),
    index("applications_rank")
      .on(t.lineId, t.year, t.rankDay, t.caseNumber)
      .where(sql`${t.state} <> 'draft'`),
    index("applications_work").on(t.state, t.rankDay, t.caseNumber).where(sql`${t.state} <> 'draft'`),
    index("applications_undecided")
      .on(t.lineId, t.year, t.rankDay, t.requestedCents)
      .where(sql`${t.state} in ${undecided}`),
    index("applications_due").on(t.dueOn, t.caseNumber).where(sql`${t.state} in ${undecided}`),
    index("applications_reconsidered").on(t.lineId, t.year, t.rankDay).where(sql`${t.reconsiders}`),
    index("applications_granted").on(t.caseNumber).where(sql`${t.awardedCents} > 0`),
    index("applications_iban").on(t.ibanKey).where(sql`${t.ibanKey} is not null`),
    index("applications_assignee").on(t.assigneeId).where(sql`${t.assigneeId} is not null`),
    check(
      "applications_filed_whole",
      sql`${t.state} = 'draft' or (${t.reference} is not null and ${t.caseNumber} is not null and ${t.submittedAt} is not null and ${t.rankDay} is not null and ${t.requestedCents} is not null)`,
    ),
    check("applications_award_within_request", sql`${t.awardedCents} between 0 and ${t.requestedCents}`),
  ],
);

/** The guidance of one statushouder in a filed application; its answers stay sealed in the application. */
export const trajectories = pgTable(
  "trajectories",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    number: integer().notNull(),
    organisationId: uuid("organisation_id").notNull(),
    scheme: scheme().notNull(),
    track: track().notNull(),
    personKey: text("person_key").notNull(),
    requestedCents: money("requested_cents").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.number] }),
    index("trajectories_person").on(t.personKey),
    check("trajectories_requested_not_negative", sql`${t.requestedCents} >= 0`),
  ],
);

export const outcome = pgEnum("outcome", OUTCOMES);

/** The proposal of a reviewer for one version of an application; a decider confirms or returns it. */
export const proposals = pgTable(
  "proposals",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    applicationVersion: integer("application_version").notNull(),
    outcome: outcome().notNull(),
    lines: jsonb().$type<AwardLine[]>().notNull(),
    amountCents: money("amount_cents").notNull(),
    grounds: text().array().notNull(),
    explanation: text().notNull(),
    /** Attention points and failed checks at the time of the proposal; without either it is clean. */
    attention: integer(),
    failed: integer(),
    /** Checks that the proposer settled by hand, because no bank or register could be asked. */
    manualChecks: text("manual_checks").array().$type<ManualCheck[]>().notNull().default([]),
    /** Day on which the employer asked to lower the grant, so that no hearing is needed. */
    askedOn: date("asked_on"),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    proposedAt: instant("proposed_at").notNull().default(sql`portal_now()`),
    returnedBy: uuid("returned_by").references(() => people.id, { onDelete: "restrict" }),
    returnedAt: instant("returned_at"),
    returnReason: text("return_reason"),
  },
  (t) => [
    uniqueIndex("proposals_one_per_version")
      .on(t.applicationId, t.applicationVersion)
      .where(sql`${t.returnedBy} is null`),
    unique("proposals_by").on(t.id, t.proposedBy),
    check(
      "proposals_refusal_is_zero",
      sql`(${t.outcome} in ('refuse', 'not_treat')) = (${t.amountCents} = 0)`,
    ),
    check(
      "proposals_returned_whole",
      sql`num_nonnulls(${t.returnedBy}, ${t.returnedAt}, ${t.returnReason}) in (0, 3)`,
    ),
    check(
      "proposals_manual_checks_known",
      sql.raw(`manual_checks <@ array[${MANUAL_CHECKS.map((id) => `'${id}'`).join(", ")}]`),
    ),
    check("proposals_returned_by_another", sql`${t.returnedBy} <> ${t.proposedBy}`),
  ],
);

/** The employer itself and each company that it named as its group, as keyed hashes: one undertaking for state aid. */
export const undertakings = pgTable(
  "undertakings",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").notNull(),
    /** Keyed HMAC of a KVK number. */
    key: text().notNull(),
    isOwn: boolean("is_own").notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.key] }), index("undertakings_key").on(t.key)],
);

/** One decision of one decider on all clean proposals of a day; each application also has a decision of its own. */
export const bulkGrants = pgTable(
  "bulk_grants",
  {
    id: id(),
    lineId: text("line_id").$type<LineId>().notNull(),
    year: integer().notNull(),
    day: date().notNull(),
    applications: integer().notNull(),
    amountCents: money("amount_cents").notNull(),
    /** Hash of the set on screen: its applications and their versions. */
    digest: text().notNull(),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    decidedAt: instant("decided_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    foreignKey({ columns: [t.lineId, t.year], foreignColumns: [ceilings.lineId, ceilings.year] }).onDelete(
      "restrict",
    ),
    index("bulk_grants_day").on(t.lineId, t.year, t.day),
    check("bulk_grants_some", sql`${t.applications} > 0 and ${t.amountCents} > 0`),
  ],
);

/** A decision: one per version of an application, never by the proposer. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").notNull(),
    applicationVersion: integer("application_version").notNull(),
    proposalId: uuid("proposal_id").notNull().unique(),
    outcome: outcome().notNull(),
    lines: jsonb().$type<AwardLine[]>().notNull(),
    amountCents: money("amount_cents").notNull(),
    grounds: text().array().notNull(),
    explanation: text().notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    decidedAt: instant("decided_at").notNull().default(sql`portal_now()`),
    decidedOn: date("decided_on").notNull(),
    /** Set for a bulk grant. */
    bulkId: uuid("bulk_id").references(() => bulkGrants.id, { onDelete: "restrict" }),
  },
  (t) => [
    foreignKey({
      columns: [t.proposalId, t.proposedBy],
      foreignColumns: [proposals.id, proposals.proposedBy],
    }),
    unique("decisions_one_per_version").on(t.applicationId, t.applicationVersion),
    index("decisions_day").on(t.decidedOn),
    index("decisions_bulk").on(t.bulkId).where(sql`${t.bulkId} is not null`),
    check("decisions_four_eyes", sql`${t.decidedBy} <> ${t.proposedBy}`),
  ],
);
