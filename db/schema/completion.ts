import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Item } from "@/lib/answers/completion-item";
import { COMPLETION_ENDS } from "@/lib/vocabulary/outcomes";
import { applications } from "./applications";
import { id, instant, money } from "./columns";
import { people } from "./identity";

const ofApplication = () =>
  uuid("application_id")
    .notNull()
    .references(() => applications.id, { onDelete: "restrict" });

/** A request to complete (Awb 4:5): the database sets its days; it ends once, and changes in no other way. */
export const completionRequests = pgTable(
  "completion_requests",
  {
    id: id(),
    applicationId: ofApplication(),
    organisationId: uuid("organisation_id").notNull(),
    /** Version of the application after the request. */
    applicationVersion: integer("application_version").notNull(),
    items: jsonb().$type<Item[]>().notNull(),
    shiftsRank: boolean("shifts_rank").notNull().generatedAlwaysAs(sql`items @> '[{"listed": true}]'`),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    askedAt: instant("asked_at").notNull().default(sql`portal_now()`),
    askedOn: date("asked_on").notNull(),
    dueOn: date("due_on").notNull(),
    /** Rank day of the application at the time of the request, as in the letter. */
    rankDay: date("rank_day").notNull(),
    endedOn: date("ended_on"),
    end: text({ enum: COMPLETION_ENDS }),
  },
  (t) => [
    unique("completion_requests_one_per_version").on(t.applicationId, t.applicationVersion),
    uniqueIndex("completion_requests_one_open").on(t.applicationId).where(sql`${t.endedOn} is null`),
    index("completion_requests_open").on(t.dueOn).where(sql`${t.endedOn} is null`),
    index("completion_requests_lapsed").on(t.endedOn).where(sql`"end" = 'lapsed'`),
    check("completion_requests_deadline_ahead", sql`${t.dueOn} > ${t.askedOn}`),
    check("completion_requests_something_asked", sql`jsonb_array_length(${t.items}) > 0`),
    check("completion_requests_ended_whole", sql`num_nonnulls(${t.endedOn}, ${t.end}) in (0, 2)`),
    check(
      "completion_requests_end_known",
      sql.raw(`"end" in (${COMPLETION_ENDS.map((end) => `'${end}'`).join(", ")})`),
    ),
  ],
);

/** The employer's answer to one request, sealed: hidden from officials until it is sent, and unchanged from then on. */
export const completionAnswers = pgTable(
  "completion_answers",
  {
    requestId: uuid("request_id").primaryKey(),
    organisationId: uuid("organisation_id").notNull(),
    answers: text().notNull(),
    revision: integer().notNull().default(1),
    savedAt: instant("saved_at").notNull().default(sql`portal_now()`),
    sentAt: instant("sent_at"),
  },
  (t) => [
    foreignKey({ columns: [t.requestId], foreignColumns: [completionRequests.id] }).onDelete("restrict"),
  ],
);

/** The answers, rank day and amount of an application before it was completed. */
export const answerVersions = pgTable(
  "answer_versions",
  {
    applicationId: ofApplication(),
    answersVersion: integer("answers_version").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    answers: text().notNull(),
    rankDay: date("rank_day").notNull(),
    requestedCents: money("requested_cents").notNull(),
    supersededAt: instant("superseded_at").notNull().default(sql`portal_now()`),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.answersVersion] })],
);
