import type { Filing } from "@/lib/answers/answers";
import type { Trajectory } from "@/lib/answers/questions/definition";
import { questionsOfScheme } from "@/lib/answers/questions/registry";
import type { AwardLine } from "@/lib/schemes/award";
import { awardFor } from "@/lib/schemes/award";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { checksFor } from "@/lib/schemes/checks";
import type { Rules } from "@/lib/schemes/rules";
import type { Scheme } from "@/lib/vocabulary/scheme";
import type { PrecheckAnswers } from "./questions";

export type Verdict = "yes" | "not_yet" | "no";
export type PrecheckOutcome = {
  verdict: Verdict;
  /** The obstacles of "no" or "not yet"; empty for "yes". */
  obstacles: Check[];
  /** Attention points, and checks that pass. */
  others: Check[];
  /** The estimated award for these trajectories; empty past the maximum of the scheme. */
  award: AwardLine[];
};

type Now = Pick<CheckContext, "now"> & { window: CheckContext["window"] | undefined };

/** The checks that the questions of the pre-check answer; all others need the form. */
const ANSWERED = [
  "window",
  "trajectories",
  "accountability",
  "earlier_round",
  "permit",
  "inburgering",
  "hours",
  "contract_length",
  "start",
  "earlier_work",
  "class_hours",
  "total_hours",
];

/** Obstacles that may pass with time or with another agreement. */
const PASSING = [
  "window.fail",
  "hours.fail",
  "contract_length.fail",
  "start.too_late",
  "class_hours.fail",
  "total_hours.fail",
];

/**
 * Whether an employer can expect this subsidy, by the checks of an application; checks that need other answers are left
 * out. `window` is the present one at `now`; without one nobody can apply yet.
 */
export function precheck(rules: Rules, answers: PrecheckAnswers, { now, window }: Now): PrecheckOutcome {
  const filing = filingOf(rules, answers);
  const checks = checksFor(rules, {
    filing,
    documents: [],
    window: window ?? { ...CLOSED, year: 0 },
    now,
    assurance: rules.minimumAssurance.value,
    history: {
      legalName: "",
      othersThisYear: 0,
      grantedYears: window && answers.grantedBefore ? [window.year - 1] : [],
      samePerson: {},
      ownGrants: [],
      sharedIban: 0,
    },
  })
    .filter(({ id, trajectory = 1 }) => ANSWERED.includes(id) && trajectory === 1)
    .map(({ trajectory: _first, ...check }) => check);
  const obstacles = checks.filter(({ outcome }) => outcome === "fail");
  const tooMany = filing.trajectories.length > rules.amountsCents.value.length;
  return {
    verdict: verdictOn(obstacles),
    obstacles,
    others: checks.filter(({ outcome }) => outcome !== "fail"),
    award: tooMany
      ? []
      : awardFor(
          rules,
          filing.trajectories.map(({ track }, i) => ({ number: i + 1, track })),
        ),
  };
}

const CLOSED = {
  opensAt: new Date(0),
  closesAt: new Date(0),
  decisionWeeks: 0,
  termFrom: "closing",
  distribution: "day_rank_lot",
} as const;

function verdictOn(obstacles: readonly Check[]): Verdict {
  if (obstacles.length === 0) return "yes";
  return obstacles.every(({ because }) => PASSING.includes(because.key)) ? "not_yet" : "no";
}

/** An application with these answers and all others empty; checks on the others are ignored. */
function filingOf({ scheme }: Rules, answers: PrecheckAnswers): Filing {
  const trajectories = Array.from({ length: answers.participants }, (_, index) =>
    trajectoryOf(scheme, answers, index === 0 ? answers.track : "general"),
  );
  return {
    scheme,
    trajectories,
    company: { sbiCode: "" } as Filing["company"],
    stateAid: { sector: "general", groupKvkNumbers: [], aid: [] } as Filing["stateAid"],
    bank: { accountName: "" } as Filing["bank"],
    declarations: {} as Filing["declarations"],
  };
}

function trajectoryOf(scheme: Scheme, answers: PrecheckAnswers, track: Trajectory["track"]): Trajectory {
  const { permitCategory, inburgering, contractStartsOn: startsOn } = answers;
  return {
    pseudonym: "",
    personKey: "",
    permit: { category: permitCategory as Trajectory["permit"]["category"], validUntil: null },
    inburgering,
    contract: {
      type: "employment",
      startsOn,
      endsOn: answers.contractEndsOn,
      hoursPerWeek: answers.hoursPerWeek,
      earlierPaidWork: answers.earlierPaidWork,
    },
    contactPerson: "",
    activitiesEndOn: startsOn,
    track,
    women: null,
    plan: { parts: [], hours: 0 },
    ...questionsOfScheme(scheme).ownFromPrecheck(answers),
  };
}
