import type * as z from "zod";
import type { Day } from "@/lib/day";
import type { CommonTrajectory } from "./every-scheme";
import type { Questions } from "./question";
import type { StartbaanAnswers } from "./startbaan";

/** What only one scheme asks, under the name of that scheme. */
export type OwnAnswers = { startbaan?: StartbaanAnswers };

/** One statushouder as the answers mean it, whatever the scheme. */
export type Trajectory = CommonTrajectory & OwnAnswers;

/** What the pre-check knows, as far as a scheme's own answers follow from it. */
export type PrecheckFacts = Readonly<Record<string, unknown>> & { contractStartsOn: Day };

/** All that one scheme asks about a statushouder. */
export type SchemeQuestions = {
  /** The questions in the groups of the page, both in the order of the page. */
  groups: Readonly<Record<string, Questions>>;
  /** What a trajectory as typed means, and what is wrong with it. */
  schema: z.ZodType<Trajectory>;
  /** Names of what the pre-check asks, in its groups. */
  precheck: Readonly<Record<"person" | "work" | "request", readonly string[]>>;
  /** The scheme's own part of a trajectory of which only the pre-check is known. */
  ownFromPrecheck(answers: PrecheckFacts): OwnAnswers;
};
