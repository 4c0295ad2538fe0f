import type * as z from "zod";
import type { Trajectory } from "@/lib/answers/questions/definition";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import type { Scheme } from "@/lib/vocabulary/scheme";
import type { AwardItem } from "./award";
import type { Check, CheckContext } from "./check";
import type { CommonRules } from "./parameters";

/** Checks that judge no parameter, and so have a source of their own. */
export type SourcedCheck =
  | "double_funding"
  | "same_person"
  | "earlier_work"
  | "activities_order"
  | "women_agreement"
  | "permit_during_contract";

/** Papers that employers need before they begin. */
export type AtHand =
  | "eherkenning"
  | "contract"
  | "permit"
  | "person"
  | "municipality"
  | "roster"
  | "expectation"
  | "plan"
  | "aid"
  | "bank";

/** The definition of a scheme, apart from its questions (`lib/answers/questions`), its words and its reference rows. */
export type SchemeDefinition<S extends Scheme = Scheme> = {
  id: S;
  /** Line of the budget tree that its windows draw on unless they name another. */
  budgetLine: LineId;
  /** Whether a regulation is published; without one most of its rules are assumptions, and the site says so. */
  hasRegulation: boolean;
  /** What the amount of one trajectory is called in an award. */
  awardItem: Exclude<AwardItem, "womens_guidance">;
  sources: Readonly<Record<SourcedCheck, string>>;
  /** Parameters of this scheme: the common ones and its own. */
  rulesSchema: z.ZodType<CommonRules & { scheme: S }>;
  /** Versions of the rules as data, the oldest first. A published version never changes. */
  rules: readonly [object, ...object[]];
  /** Checks on the application that only this scheme has. */
  applicationChecks(rules: CommonRules, context: CheckContext): Check[];
  /** Checks on one trajectory, numbered from 1, that only this scheme has. */
  trajectoryChecks(
    rules: CommonRules,
    context: CheckContext,
    trajectory: Trajectory,
    number: number,
  ): Check[];
  atHand: readonly AtHand[];
};
