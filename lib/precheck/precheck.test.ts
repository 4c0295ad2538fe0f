import { describe, expect, test } from "vitest";
import { precheckAnswers, validSections, validTrajectory } from "@/db/testing/answers";
import { emptyDraft, readFiling } from "@/lib/answers/draft";
import type { RawSection } from "@/lib/form-state";
import { checksFor } from "@/lib/schemes/checks";
import { rulesFor } from "@/lib/schemes/rules";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";
import { draftFromPrecheck } from "./carry";
import { precheck } from "./outcome";
import { precheckGroups, precheckProblems, readPrecheck } from "./questions";

const NOW = new Date("2026-06-15T10:00:00Z");
const WINDOW = {
  opensAt: new Date("2026-06-01T07:00:00Z"),
  closesAt: new Date("2026-09-30T15:00:00Z"),
  year: 2026,
  decisionWeeks: 13,
  termFrom: "closing" as const,
  distribution: "day_rank_lot" as const,
};
const rulesOf = (scheme: Scheme) => rulesFor(`${scheme}-2026`);

const good = (scheme: Scheme, changed: RawSection = {}): RawSection => ({
  ...precheckAnswers(scheme, "2026-06-17"),
  ...changed,
});

function outcomeOf(scheme: Scheme, changed: RawSection = {}, window: typeof WINDOW | undefined = WINDOW) {
  const read = readPrecheck(scheme, good(scheme, changed));
  if (!read) throw new Error("these are no answers");
  return precheck(rulesOf(scheme), read.answers, { now: NOW, window });
}

describe("the outcome", () => {
  for (const scheme of SCHEMES)
    test(`is yes for ${scheme} when nothing stands in the way`, () => {
      expect(outcomeOf(scheme)).toMatchObject({ verdict: "yes", obstacles: [] });
    });

  const refused: [Scheme, RawSection, "no" | "not_yet", string][] = [
    ["werkgeverssubsidie", { permitCategory: "other" }, "no", "permit.fail"],
    ["werkgeverssubsidie", { inburgering: "not_obliged" }, "no", "inburgering.fail"],
    ["startbaan", { inburgering: "completed" }, "no", "inburgering.fail"],
    ["werkgeverssubsidie", { contractStartsOn: "2025-11-01" }, "no", "start.too_early"],
    ["werkgeverssubsidie", { contractStartsOn: "2026-12-01" }, "not_yet", "start.too_late"],
    ["werkgeverssubsidie", { contractEndsOn: "2027-01-01" }, "not_yet", "contract_length.fail"],
    ["werkgeverssubsidie", { hoursPerWeek: "16" }, "not_yet", "hours.fail"],
    ["werkgeverssubsidie", { earlierPaidWork: "yes" }, "no", "earlier_work.fail"],
    ["werkgeverssubsidie", { grantedBefore: "yes" }, "no", "earlier_round.fail"],
    ["startbaan", { classHoursPerWeek: "4" }, "not_yet", "class_hours.fail"],
    ["startbaan", { hoursPerWeek: "32" }, "not_yet", "total_hours.fail"],
  ];
  for (const [scheme, changed, verdict, because] of refused)
    test(`is ${verdict} for ${scheme} with ${JSON.stringify(changed)}, with its article`, () => {
      const outcome = outcomeOf(scheme, changed);
      expect(outcome.verdict).toBe(verdict);
      expect(outcome.obstacles.map((check) => check.because.key)).toEqual([because]);
      expect(outcome.obstacles[0]?.article).not.toBe("");
    });

  test("is not yet while there is no window, or none is open", () => {
    const upcoming = { ...WINDOW, opensAt: new Date("2026-07-01T07:00:00Z") };
    expect(outcomeOf("werkgeverssubsidie", {}, upcoming).verdict).toBe("not_yet");
    const read = readPrecheck("startbaan", good("startbaan"));
    if (!read) throw new Error("these are no answers");
    const never = precheck(rulesOf("startbaan"), read.answers, { now: NOW, window: undefined });
    expect(never).toMatchObject({ verdict: "not_yet", obstacles: [{ id: "window" }] });
  });

  test("is no when one obstacle is permanent, whatever the others are", () => {
    expect(outcomeOf("werkgeverssubsidie", { hoursPerWeek: "8", permitCategory: "other" }).verdict).toBe(
      "no",
    );
  });

  test("estimates the amount as the application computes it", () => {
    const { award } = outcomeOf("werkgeverssubsidie", { participants: "3", track: "women" });
    expect(award.map(({ amountCents, track }) => [amountCents, track])).toEqual([
      [800_000, "women"],
      [600_000, "general"],
      [500_000, "general"],
    ]);
    expect(outcomeOf("werkgeverssubsidie", { participants: "9" })).toMatchObject({
      verdict: "no",
      award: [],
    });
  });
});

/** An application with these answers and valid others. */
function applicationOf(scheme: Scheme, typed: RawSection) {
  const draft = draftFromPrecheck(scheme, typed, () => "key");
  const trajectories = draft.trajectories.map(({ key, answers }, index) => ({
    key,
    answers: {
      ...validTrajectory(scheme, "2026-06-15"),
      ...answers,
      ...(answers.track === "women" && {
        womenAgrees: "yes",
        womenExtraHours: "24",
        womenMeasures: ["network"],
      }),
      personKey: `k1:${`${index}`.repeat(64)}`,
    },
  }));
  const filing = readFiling({ ...emptyDraft(), ...validSections(), trajectories }, scheme);
  if (!filing.ok) throw new Error(JSON.stringify(filing.refusal));
  return filing.value;
}

describe("the application", () => {
  const variants: RawSection[] = [
    {},
    { inburgering: "completed" },
    { inburgering: "not_obliged" },
    { contractStartsOn: "2025-11-01" },
    { contractStartsOn: "2026-12-01" },
    { contractEndsOn: "2026-09-01" },
    { hoursPerWeek: "8" },
    { hoursPerWeek: "38,5" },
    { earlierPaidWork: "yes" },
    { participants: "3", track: "women" },
  ];
  for (const scheme of SCHEMES)
    for (const changed of variants)
      test(`of a ${scheme} with ${JSON.stringify(changed)} gets the outcome of the pre-check`, () => {
        const { obstacles, others } = outcomeOf(scheme, changed);
        const said = [...obstacles, ...others];
        const judged = checksFor(rulesOf(scheme), {
          filing: applicationOf(scheme, good(scheme, changed)),
          documents: [],
          window: WINDOW,
          now: NOW,
          assurance: "loa3",
          history: {
            legalName: "",
            othersThisYear: 0,
            grantedYears: [],
            samePerson: {},
            ownGrants: [],
            sharedIban: 0,
          },
        });
        for (const { id, outcome, because } of said) {
          const same = judged.find((check) => check.id === id && (check.trajectory ?? 1) === 1);
          expect(same, id).toMatchObject({ outcome, because });
        }
      });
});

describe("the draft of a pre-check", () => {
  test("has a trajectory for each statushouder, the first with its answers", () => {
    let made = 0;
    const draft = draftFromPrecheck(
      "werkgeverssubsidie",
      good("werkgeverssubsidie", { participants: "2" }),
      () => {
        made += 1;
        return `key-${made}`;
      },
    );
    expect(draft.trajectories.map(({ key }) => key)).toEqual(["key-1", "key-2"]);
    expect(draft.trajectories[0]?.answers).toEqual({
      permitCategory: "asylum_fixed",
      inburgering: "obliged",
      contractStartsOn: "2026-07-01",
      contractEndsOn: "",
      hoursPerWeek: "24",
      earlierPaidWork: "no",
      track: "general",
    });
    expect(draft.trajectories[1]?.answers).toEqual({});
  });

  test("is empty when the answers are not those of this scheme", () => {
    expect(draftFromPrecheck("startbaan", good("werkgeverssubsidie"), () => "key").trajectories).toEqual([]);
  });

  test("leaves out a permit that the form does not know", () => {
    const typed = good("startbaan", { permitCategory: "other" });
    const [first] = draftFromPrecheck("startbaan", typed, () => "key").trajectories;
    expect(first?.answers).not.toHaveProperty("permitCategory");
  });
});

test("problems come in the order of the questions", () => {
  for (const scheme of SCHEMES) {
    const order: string[] = precheckGroups(scheme).flatMap(([, questions]) => Object.keys(questions));
    const fields = precheckProblems(scheme, {}).map(({ field }) => field);
    expect(fields).toEqual(order.filter((name) => name !== "contractEndsOn"));
  }
  expect(
    precheckProblems("startbaan", good("startbaan", { contractEndsOn: "2026-01-01" })).map(
      ({ code }) => code,
    ),
  ).toEqual(["ends_before_start"]);
});
