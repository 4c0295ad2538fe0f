import * as z from "zod";
import { ASSURANCES } from "@/lib/actor";
import { CONTRACT_TYPES, INBURGERING_STATES, WOMENS_MEASURES } from "@/lib/answers/questions/every-scheme";
import type { Cents } from "@/lib/money";
import { REQUIRABLE_KINDS } from "@/lib/vocabulary/document-kinds";
import { PERMIT_CATEGORIES } from "@/lib/vocabulary/permits";
import { citationOf, LAW_IDS, type Provision } from "./laws";

/** A parameter that a regulation gives, where it was found, and the provision. */
export const regulation = <T>(value: T, source: string, article: Provision) => ({
  ...{ value, source, article },
  kind: "regulation" as const,
});
/** A parameter that no regulation gives yet; `article` is the provision that leaves it open, if any. */
export const assumption = <T>(value: T, source: string, article: Provision | null = null) => ({
  ...{ value, source, article },
  kind: "assumption" as const,
});

/** The provision that a parameter rests on, as a letter cites it; without one its source. */
export const cited = ({ article, source }: { article: Provision | null; source: string }): string =>
  article ? citationOf(article) : source;

export const LAST_IN_RANK = ["trajectories", "amount"] as const;
export type LastInRank = (typeof LAST_IN_RANK)[number];

/** When a file is required; "account_unconfirmed": the bank did not say that the account is in this name. */
const DOCUMENT_CASES = ["always", "account_unconfirmed"] as const;

const provision = z.strictObject({ law: z.enum(LAW_IDS), article: z.string().min(1).optional() });

/** One parameter: its value, its provision and source, and whether a regulation says so or we assume it. */
export const parameter = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    source: z.string().min(1),
    article: provision.nullable(),
    kind: z.enum(["regulation", "assumption"]),
  });

export const whole = z.number().int().nonnegative();
const cents = whole.transform((amount) => amount as Cents);
const perTrajectory = z.array(cents).nonempty();

/** Parameters that every scheme has; a scheme adds its own. */
export const COMMON_PARAMETERS = {
  id: z.string(),
  title: z.string(),
  /** Amounts by order of the granted trajectories; its length is the most that one application may hold. */
  amountsCents: parameter(perTrajectory),
  womensTopUpCents: parameter(cents),
  womensExtraHours: parameter(whole),
  womensExtraPercent: parameter(whole),
  /** The measures against a barrier; at least one is needed. */
  womensMeasures: parameter(z.array(z.enum(WOMENS_MEASURES)).nonempty()),
  /** The hours with which a contract may begin on the women's track; the minimum when there is no exception. */
  womensStartHoursPerWeek: parameter(whole),
  /** The months within which such a contract grows to the minimum. */
  womensGrowWithinMonths: parameter(whole),
  minimumAssurance: parameter(z.enum(ASSURANCES)),
  deMinimisLimitCents: parameter(cents),
  /** Lower ceilings of other regulations, by sector. */
  deMinimisSectorLimitsCents: parameter(z.object({ agriculture: cents, fishery: cents })),
  deMinimisAttentionPercent: parameter(whole),
  heavierAccountabilityFromCents: parameter(cents),
  /**
   * What the last in rank gets when the ceiling leaves less than they ask (Awb 4:25(2)): whole trajectories that fit,
   * or the amount that is left.
   */
  lastInRank: parameter(z.enum(LAST_IN_RANK)),
  minimumHoursPerWeek: parameter(whole),
  maximumHoursPerWeek: parameter(whole),
  minimumContractMonths: parameter(whole),
  startsAtMostMonthsBefore: parameter(whole),
  startsAtMostMonthsAfter: parameter(whole),
  activitiesEndWithinMonths: parameter(whole),
  permitCategories: parameter(z.array(z.enum(PERMIT_CATEGORIES)).nonempty()),
  /** The months after the first working day for which a permit must still be valid. */
  permitValidMonths: parameter(whole),
  inburgeringStates: parameter(z.array(z.enum(INBURGERING_STATES)).nonempty()),
  contractTypes: parameter(z.array(z.enum(CONTRACT_TYPES)).nonempty()),
  /** Required files, always or in one case; others may be added. */
  requiredDocuments: parameter(
    z.array(z.strictObject({ kind: z.enum(REQUIRABLE_KINDS), when: z.enum(DOCUMENT_CASES) })),
  ),
  planMinimumCharacters: parameter(whole),
  /**
   * Whether the BSN or V-number itself is kept, sealed, to check permit and employment with the authorities (UAVG, art.
   * 46); null: only a key of it. The days are the most after filing, and those after both checks.
   */
  personNumber: parameter(z.strictObject({ daysAtMost: whole, daysAfterChecks: whole }).nullable()),
};

const commonRules = z.object(COMMON_PARAMETERS);
export type CommonRules = z.output<typeof commonRules>;
