import type { State } from "@/lib/applications/lifecycle";
import { type Day, dayOf } from "@/lib/dates";
import { decisionDeadline, objectionDeadline } from "@/lib/deadlines/terms";

/** Where one filed application stands: its words are under `applications.timeline.<key>`. */
export type Milestone = {
  key:
    | "submitted"
    | "waiting"
    | "completion"
    | "review"
    | "response"
    | "second_review"
    | "reserve"
    | "decision"
    | "granted"
    | "partly_granted"
    | "refused"
    | "not_treated"
    | "lowered"
    | "withdrawn"
    | "objection";
  state: "done" | "current" | "todo";
  /** Who has to act; absent when it is done. */
  who?: "you" | "ministry";
  /** When it happened or began. */
  at?: Date;
  /** Last day for it by law. */
  by?: Day;
};

export type Course = {
  state: Exclude<State, "draft">;
  /** What happened, the oldest first. */
  events: readonly { type: string; at: Date }[];
  windowClosesOn: Day;
  decisionWeeks: number;
  today: Day;
};

/** Moment of the newest event of one of these types. */
const lastOf = ({ events }: Course, ...moves: string[]): Date | undefined =>
  events.findLast(({ type }) => moves.some((move) => type === `application.${move}`))?.at;

/** Last day on which the decision is due: weeks after the window closes, whatever the day of filing (Awb 4:13). */
export const decisionDueOn = ({
  windowClosesOn,
  decisionWeeks,
}: Pick<Course, "windowClosesOn" | "decisionWeeks">): Day =>
  decisionDeadline({ windowClosesOn, weeks: decisionWeeks });

/**
 * What happened to a filed application, what happens next, who acts and by which legal date. A proposal that was
 * returned counts as review again; what it says is nobody's business before the decision.
 */
export function timelineOf(course: Course): Milestone[] {
  const submitted: Milestone = { key: "submitted", state: "done", at: lastOf(course, "submit") };
  const reviewed: Milestone = { key: "review", state: "done", at: lastOf(course, "propose") };
  const review: Milestone = { key: "review", state: "todo", who: "ministry" };
  const ahead: Milestone[] = [
    { key: "second_review", state: "todo", who: "ministry" },
    { key: "decision", state: "todo", who: "ministry", by: decisionDueOn(course) },
  ];
  switch (course.state) {
    case "submitted":
      return [submitted, { key: "waiting", state: "current", who: "ministry" }, review, ...ahead];
    case "completion_requested": {
      const at = lastOf(course, "request_completion");
      return [submitted, { key: "completion", state: "current", who: "you", at }, review, ...ahead];
    }
    case "in_review": {
      const at = lastOf(course, "take_up", "complete", "respond", "lapse", "return", "call_up");
      return [submitted, { ...review, state: "current", at }, ...ahead];
    }
    case "refusal_intended": {
      const at = lastOf(course, "intend_refusal");
      return [submitted, { key: "response", state: "current", who: "you", at }, review, ...ahead];
    }
    case "proposed":
      return [
        submitted,
        reviewed,
        { key: "second_review", state: "current", who: "ministry", at: reviewed.at },
        ...ahead.slice(1),
      ];
    case "reserve_list": {
      const at = lastOf(course, "reserve");
      return [
        submitted,
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
      return [submitted, reviewed, ...decided(course, course.state)];
    case "withdrawn":
      return [submitted, { key: "withdrawn", state: "done", at: lastOf(course, "withdraw") }];
  }
}

type Decided = "granted" | "partly_granted" | "refused" | "not_treated" | "lowered";

function decided(course: Course, key: Decided): Milestone[] {
  const at = lastOf(course, "grant", "grant_in_part", "refuse", "not_treat", "lower", "grant_on_objection");
  const decision: Milestone = { key, state: "done", at };
  if (!at) return [decision];
  const by = objectionDeadline(dayOf(at));
  return [decision, { key: "objection", state: course.today > by ? "done" : "current", who: "you", by }];
}
