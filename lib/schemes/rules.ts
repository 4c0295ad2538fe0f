import * as z from "zod";
import { ASSURANCES } from "@/lib/actor";
import { CONTRACT_TYPES, INBURGERING_STATES, WOMENS_MEASURES } from "@/lib/answers/trajectory-answers";
import type { Cents } from "@/lib/money";
import { REQUIRABLE_KINDS } from "@/lib/vocabulary/document-kinds";
import { PERMIT_CATEGORIES } from "@/lib/vocabulary/permits";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { startbaan2026 } from "./rules/startbaan-2026";
import { werkgeverssubsidie2025, werkgeverssubsidie2026 } from "./rules/werkgeverssubsidie";

/** When a file is required; "account_unconfirmed": the bank did not say that the account is in this name. */
const DOCUMENT_CASES = ["always", "account_unconfirmed"] as const;

/** One parameter: what it is, where it comes from, and whether a regulation says so or we assume it. */
const parameter = <T extends z.ZodType>(value: T) =>
  z.object({ value, source: z.string().min(1), kind: z.enum(["regulation", "assumption"]) });

const whole = z.number().int().nonnegative();
const cents = whole.transform((amount) => amount as Cents);
const perTrajectory = z.array(cents).nonempty();

const common = {
  id: z.string(),
  scheme: z.enum(SCHEMES),
  title: z.string(),
  /** Amounts by order of the granted trajectories; its length is the most that one application may hold. */
  amountsCents: parameter(perTrajectory),
  womensTopUpCents: parameter(cents),
  womensExtraHours: parameter(whole),
  womensExtraPercent: parameter(whole),
  /** What counts as a measure against a barrier; one of them is needed. */
  womensMeasures: parameter(z.array(z.enum(WOMENS_MEASURES)).nonempty()),
  /** With how many hours a contract may begin on the women's track; as many as the minimum when there is no exception. */
  womensStartHoursPerWeek: parameter(whole),
  /** Within how many months such a contract grows to the minimum. */
  womensGrowWithinMonths: parameter(whole),
  minimumAssurance: parameter(z.enum(ASSURANCES)),
  deMinimisLimitCents: parameter(cents),
  /** Lower ceilings of other regulations, by sector. */
  deMinimisSectorLimitsCents: parameter(z.object({ agriculture: cents, fishery: cents })),
  deMinimisAttentionPercent: parameter(whole),
  heavierAccountabilityFromCents: parameter(cents),
  minimumHoursPerWeek: parameter(whole),
  maximumHoursPerWeek: parameter(whole),
  minimumContractMonths: parameter(whole),
  startsAtMostMonthsBefore: parameter(whole),
  startsAtMostMonthsAfter: parameter(whole),
  activitiesEndWithinMonths: parameter(whole),
  permitCategories: parameter(z.array(z.enum(PERMIT_CATEGORIES)).nonempty()),
  /** How many months after the first working day a permit that ends is still valid at least. */
  permitValidMonths: parameter(whole),
  inburgeringStates: parameter(z.array(z.enum(INBURGERING_STATES)).nonempty()),
  contractTypes: parameter(z.array(z.enum(CONTRACT_TYPES)).nonempty()),
  /** Files that an application is not complete without, always or in one case; others may be added. */
  requiredDocuments: parameter(
    z.array(z.strictObject({ kind: z.enum(REQUIRABLE_KINDS), when: z.enum(DOCUMENT_CASES) })),
  ),
  planMinimumCharacters: parameter(whole),
};

const rulesSchema = z.discriminatedUnion("scheme", [
  z.strictObject({
    ...common,
    scheme: z.literal("werkgeverssubsidie"),
    applicationsPerYear: parameter(whole),
    lookbackYears: parameter(whole),
  }),
  z.strictObject({
    ...common,
    scheme: z.literal("startbaan"),
    minimumClassHours: parameter(whole),
    maximumTotalHours: parameter(whole),
  }),
]);

export type Rules = z.output<typeof rulesSchema>;
export type RulesOf<S extends Rules["scheme"]> = Extract<Rules, { scheme: S }>;

/** Every version of the rules ever published, checked when the program starts. */
export const ALL_RULES: readonly Rules[] = [
  werkgeverssubsidie2025,
  werkgeverssubsidie2026,
  startbaan2026,
].map((data) => rulesSchema.parse(data));

/** The rules that an application is judged by; throws RangeError for a version that does not exist. */
export function rulesFor(version: string): Rules {
  const rules = ALL_RULES.find(({ id }) => id === version);
  if (!rules) throw new RangeError(`no rules version ${version}`);
  return rules;
}
