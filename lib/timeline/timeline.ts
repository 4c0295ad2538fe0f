import { defaultCounter } from "@/lib/calendar/default-notice";
import type { EquatedDays } from "@/lib/calendar/equated-days";
import { objectionDeadline, type Suspension, suspendedDays } from "@/lib/calendar/terms";
import { type Day, dayOf } from "@/lib/dates";
import type { State } from "@/lib/vocabulary/lifecycle";

/** A step of one filed application; its words are under `applications.timeline.<key>`. */
export type Milestone = {
  key:
    | "submitted"
    | "waiting"
    | "completion"
    | "completed"
    | "completion_lapsed"
    | "responded"
    | "response_lapsed"
    | "review"
    | "response"
    | "lowering"
    | "lowering_dropped"
    | "second_review"
    | "delayed"
    | "default_notice"
    | "reserve"
    | "decision"
    | "granted"
    | "partly_granted"
    | "refused"
    | "not_treated"
    | "lowered"
    | "withdrawn"
    | "objection"
    | "appeal";
  state: "done" | "current" | "todo";
  /** Who has to act; absent when it is done. */
  who?: "you" | "ministry";
  /** When it happened or began. */
  at?: Date;
  /** Last day for it by law. */
  by?: Day;
  /** Days of suspension of the term of this step. */
  suspendedDays?: number;
};

export type TimelineFacts = {
  state: Exclude<State, "draft">;
  /** Events, the oldest first. */
  events: readonly { type: string; at: Date }[];
  /** Last day to decide by law, with suspensions. */
  dueOn: Day;
  /** Last day to object or appeal, as in the letter; absent until that letter is published. */
  objectUntil?: Day | undefined;
  /** Suspensions of the term for the decision (Awb 4:15). */
  suspensions?: readonly Suspension[];
  /** Notices about a late decision, in the order of their events. */
  lateness?: {
    delays: readonly { expectedOn: Day }[];
    notices: readonly { receivedOn: Day }[];
    /** That of the present term. */
    notice?: { receivedOn: Day } | undefined;
  };
  /** Last day of an open request to complete. */
  completeBy?: Day | undefined;
  /** Last day to respond to an open intention. */
  respondBy?: Day | undefined;
  /** Days equated with a holiday. */
  equated?: EquatedDays;
  today: Day;
};

/** Moment of the newest event of one of these types. */
const lastOf = ({ events }: TimelineFacts, ...moves: string[]): Date | undefined =>
  events.findLast(({ type }) => moves.some((move) => type === `application.${move}`))?.at;

/** Earlier requests with how they ended, and notices about a late decision, the oldest first. */
function askedBefore({ events, lateness }: TimelineFacts): Milestone[] {
  let asked: "completion" | "response" = "completion";
  let told = 0;
  let given = 0;
  return events.flatMap(({ type, at }): Milestone[] => {
    switch (type) {
      case "application.request_completion":
        asked = "completion";
        return [];
      case "application.intend_refusal":
        asked = "response";
        return [];
      case "application.complete":
        return [{ key: "completed", state: "done", at }];
      case "application.respond":
        return [{ key: "responded", state: "done", at }];
      case "application.lapse":
        return [{ key: `${asked}_lapsed`, state: "done", at }];
      case "delay.tell":
        return [{ key: "delayed", state: "done", at, by: lateness?.delays[told++]?.expectedOn }];
      case "default.give":
      case "default.enter":
        return [{ key: "default_notice", state: "done", at, by: lastFreeDay(lateness?.notices[given++]) }];
      default:
        return [];
    }
  });
}

/** Last day on which a decision avoids the penalty. */
const lastFreeDay = (notice: { receivedOn: Day } | undefined): Day | undefined =>
  notice && defaultCounter(notice.receivedOn, { today: notice.receivedOn }).lastFreeOn;

/** The decision that is due, with the days of suspension of its term. */
function decisionAhead(course: TimelineFacts): Milestone {
  const days = (course.suspensions ?? []).reduce((sum, each) => sum + suspendedDays(each), 0);
  const decision: Milestone = {
    key: "decision",
    state: "todo",
    who: "ministry",
    by: course.dueOn,
  };
  return days > 0 ? { ...decision, suspendedDays: days } : decision;
}

/**
 * The past events of a filed application, the next step, who acts and by which legal date. A returned proposal counts
 * as review again; its reason stays hidden from the employer.
 */
export function timelineOf(course: TimelineFacts): Milestone[] {
  const start: Milestone[] = [
    { key: "submitted", state: "done", at: lastOf(course, "submit") },
    ...askedBefore(course),
  ];
  const reviewed: Milestone = { key: "review", state: "done", at: lastOf(course, "propose") };
  const review: Milestone = { key: "review", state: "todo", who: "ministry" };
  const ahead: Milestone[] = [
    { key: "second_review", state: "todo", who: "ministry" },
    decisionAhead(course),
  ];
  switch (course.state) {
    case "submitted":
      return [...start, { key: "waiting", state: "current", who: "ministry" }, review, ...ahead];
    case "completion_requested": {
      const at = lastOf(course, "request_completion");
      const by = course.completeBy;
      return [...start, { key: "completion", state: "current", who: "you", at, by }, review, ...ahead];
    }
    case "in_review": {
      const at = lastOf(course, "take_up", "complete", "respond", "lapse", "return", "call_up");
      return [...start, { ...review, state: "current", at }, ...ahead];
    }
    case "refusal_intended": {
      const at = lastOf(course, "intend_refusal");
      const by = course.respondBy;
      return [...start, { key: "response", state: "current", who: "you", at, by }, review, ...ahead];
    }
    case "proposed":
      return [
        ...start,
        reviewed,
        { key: "second_review", state: "current", who: "ministry", at: reviewed.at },
        ...ahead.slice(1),
      ];
    case "reserve_list": {
      const at = lastOf(course, "reserve");
      return [
        ...start,
        reviewed,
        { key: "reserve", state: "current", who: "ministry", at },
        ...ahead.slice(1),
      ];
    }
    case "granted":
    case "partly_granted":
    case "refused":
    case "not_treated":
    case "lowered":
      return [...start, reviewed, ...decided(course, course.state)];
    case "withdrawn":
      return [...start, { key: "withdrawn", state: "done", at: lastOf(course, "withdraw") }];
  }
}

const ON_OBJECTION = ["grant_on_objection", "grant_in_part_on_objection"] as const;
type Decided = "granted" | "partly_granted" | "refused" | "not_treated" | "lowered";

function decided(course: TimelineFacts, key: Decided): Milestone[] {
  const at = lastOf(course, "grant", "grant_in_part", "refuse", "not_treat", "lower", ...ON_OBJECTION);
  const decision: Milestone = { key, state: "done", at };
  if (!at) return [decision];
  const by = course.objectUntil ?? objectionDeadline(dayOf(at), course.equated);
  const remedy = at === lastOf(course, ...ON_OBJECTION) ? "appeal" : "objection";
  const isNow = course.today <= by && course.respondBy === undefined;
  return [
    ...saidOfLowering(course, ({ at: moment }) => moment <= at),
    decision,
    ...saidOfLowering(course, ({ at: moment }) => moment > at),
    { key: remedy, state: isNow ? "current" : course.today > by ? "done" : "todo", who: "you", by },
  ];
}

/** Events about a lowering, before its decision or since the grant. */
function saidOfLowering(
  { events, respondBy }: TimelineFacts,
  isIn: (event: TimelineFacts["events"][number]) => boolean,
): Milestone[] {
  const told = events.filter(isIn);
  const last = told.findLast(({ type }) => type === "lowering.intend");
  const done = told.flatMap(({ type, at }): Milestone[] => {
    switch (type) {
      case "lowering.respond":
        return [{ key: "responded", state: "done", at }];
      case "lowering.lapse":
        return [{ key: "response_lapsed", state: "done", at }];
      case "lowering.drop":
        return [{ key: "lowering_dropped", state: "done", at }];
      default:
        return [];
    }
  });
  return respondBy && last
    ? [...done, { key: "lowering", state: "current", who: "you", at: last.at, by: respondBy }]
    : done;
}
