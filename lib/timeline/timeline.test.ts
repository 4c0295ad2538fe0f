import { describe, expect, test } from "vitest";
import { type TimelineFacts, timelineOf } from "@/lib/timeline/timeline";
import { STATES } from "@/lib/vocabulary/lifecycle";

const at = (day: string) => new Date(`${day}T10:00:00Z`);
const SUBMITTED = { type: "application.submit", at: at("2026-06-10") };
const TAKEN_UP = { type: "application.take_up", at: at("2026-07-01") };
const PROPOSED = { type: "application.propose", at: at("2026-07-02") };
const RETURNED = { type: "application.return", at: at("2026-07-03") };
const course = (
  state: TimelineFacts["state"],
  events: TimelineFacts["events"],
  today = "2026-07-10",
): TimelineFacts => ({
  state,
  events: [{ type: "application.start", at: at("2026-06-01") }, SUBMITTED, ...events],
  dueOn: "2026-12-30",
  today,
});
const brief = (c: TimelineFacts) => timelineOf(c).map(({ key, state }) => `${key} ${state}`);

describe("the timeline of a filed application", () => {
  test("shows the decision as next once it is filed, with its legal date", () => {
    const steps = timelineOf(course("submitted", []));
    expect(steps).toEqual([
      { key: "submitted", state: "done", at: SUBMITTED.at },
      { key: "waiting", state: "current", who: "ministry" },
      { key: "review", state: "todo", who: "ministry" },
      { key: "second_review", state: "todo", who: "ministry" },
      { key: "decision", state: "todo", who: "ministry", by: "2026-12-30" },
    ]);
  });

  test("is in review since it was taken up, and again since a proposal was returned", () => {
    expect(timelineOf(course("in_review", [TAKEN_UP]))[1]).toMatchObject({
      key: "review",
      state: "current",
      at: TAKEN_UP.at,
    });
    expect(timelineOf(course("in_review", [TAKEN_UP, PROPOSED, RETURNED]))[1]).toMatchObject({
      key: "review",
      at: RETURNED.at,
    });
  });

  test("shows the decider as next after a proposal", () => {
    expect(brief(course("proposed", [TAKEN_UP, PROPOSED]))).toEqual([
      "submitted done",
      "review done",
      "second_review current",
      "decision todo",
    ]);
  });

  test.each(["granted", "partly_granted", "refused"] as const)(
    "ends with %s, and an objection is then up to the employer",
    (state) => {
      const move = { granted: "grant", partly_granted: "grant_in_part", refused: "refuse" }[state];
      const events = [TAKEN_UP, PROPOSED, { type: `application.${move}`, at: at("2026-11-13") }];
      const steps = timelineOf(course(state, events, "2026-11-20"));
      expect(steps.at(-2)).toMatchObject({ key: state, state: "done", at: at("2026-11-13") });
      expect(steps.at(-1)).toEqual({ key: "objection", state: "current", who: "you", by: "2026-12-28" });
      expect(timelineOf(course(state, events, "2026-12-28")).at(-1)?.state).toBe("current");
      expect(timelineOf(course(state, events, "2026-12-29")).at(-1)?.state).toBe("done");
    },
  );

  const ASKED = { type: "application.request_completion", at: at("2026-11-02") };
  test("shows the employer as next while a request is open, with its last day", () => {
    const steps = timelineOf({
      ...course("completion_requested", [TAKEN_UP, ASKED]),
      completeBy: "2026-11-16",
    });
    expect(steps[1]).toEqual({
      key: "completion",
      state: "current",
      who: "you",
      at: ASKED.at,
      by: "2026-11-16",
    });
  });

  test("keeps each request, how it ended, and the days of suspension", () => {
    const completed = { type: "application.complete", at: at("2026-11-10") };
    const suspensions = [{ invitedOn: "2026-11-02", endedOn: "2026-11-10" }];
    const steps = timelineOf({ ...course("in_review", [TAKEN_UP, ASKED, completed]), suspensions });
    expect(steps.map(({ key }) => key)).toEqual([
      "submitted",
      "completed",
      "review",
      "second_review",
      "decision",
    ]);
    expect(steps.at(-1)).toMatchObject({ by: "2026-12-30", suspendedDays: 7 });
    const lapse = { type: "application.lapse", at: at("2026-11-17") };
    const intended = { type: "application.intend_refusal", at: at("2026-11-02") };
    expect(brief(course("in_review", [TAKEN_UP, ASKED, lapse]))[1]).toBe("completion_lapsed done");
    expect(brief(course("in_review", [TAKEN_UP, intended, lapse]))[1]).toBe("response_lapsed done");
  });

  test("stops when it is withdrawn", () => {
    const withdrawn = { type: "application.withdraw", at: at("2026-07-05") };
    expect(brief(course("withdrawn", [withdrawn]))).toEqual(["submitted done", "withdrawn done"]);
  });

  test.each(STATES.filter((state) => state !== "draft"))("never has two current steps: %s", (state) => {
    const current = timelineOf(course(state, [TAKEN_UP, PROPOSED])).filter(
      (step) => step.state === "current",
    );
    expect(current.length).toBeLessThanOrEqual(1);
  });
});
