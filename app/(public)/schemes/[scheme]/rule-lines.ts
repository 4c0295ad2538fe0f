import { type Cents, formatMoney } from "@/lib/money";
import type { Provision } from "@/lib/schemes/laws";
import type { Rules, RulesOf } from "@/lib/schemes/rules";
import type { Scheme } from "@/lib/vocabulary/scheme";

export const GROUPS = ["person", "contract", "guidance", "women", "aid", "applying"] as const;
export type Group = (typeof GROUPS)[number];

type Parameter<S extends Scheme> = Exclude<keyof RulesOf<S>, "id" | "scheme" | "title">;
export type ParameterName = { [S in Scheme]: Parameter<S> }[Scheme];

/** Where a parameter is explained; null for one that is shown elsewhere or is for the reviewer only. */
const GROUP_OF = {
  amountsCents: null,
  requiredDocuments: null,
  personNumber: null,
  lastInRank: null,
  deMinimisAttentionPercent: null,
  deMinimisSectorLimitsCents: null,
  permitCategories: "person",
  permitValidMonths: "person",
  inburgeringStates: "person",
  contractTypes: "contract",
  minimumHoursPerWeek: "contract",
  maximumHoursPerWeek: "contract",
  minimumClassHours: "contract",
  maximumTotalHours: "contract",
  minimumContractMonths: "contract",
  startsAtMostMonthsBefore: "contract",
  startsAtMostMonthsAfter: "contract",
  planMinimumCharacters: "guidance",
  activitiesEndWithinMonths: "guidance",
  womensExtraHours: "women",
  womensExtraPercent: "women",
  womensTopUpCents: "women",
  womensMeasures: "women",
  womensStartHoursPerWeek: "women",
  womensGrowWithinMonths: "women",
  deMinimisLimitCents: "aid",
  heavierAccountabilityFromCents: "aid",
  applicationsPerYear: "applying",
  lookbackYears: "applying",
  minimumAssurance: "applying",
} as const satisfies Record<ParameterName, Group | null>;

export type ExplainedName = {
  [Name in ParameterName]: (typeof GROUP_OF)[Name] extends null ? never : Name;
}[ParameterName];

export type RuleLine = {
  name: ExplainedName;
  group: Group;
  /** The values in its sentence: a figure, a formatted amount, or the words for each listed value. */
  value: string | number | readonly string[];
  source: string;
  article: Provision | null;
  kind: "regulation" | "assumption";
};

type Parameters = Partial<Record<ExplainedName, Pick<RuleLine, "value" | "source" | "article" | "kind">>>;

/** Every parameter of these rules that is for applicants, with its source, in the order of the groups. */
export function ruleLines(rules: Rules): RuleLine[] {
  const parameters: Parameters = rules;
  return GROUPS.flatMap((group) =>
    (Object.keys(GROUP_OF) as ExplainedName[])
      .filter((name) => GROUP_OF[name] === group && (startsLower(rules) || !LOWER_START.includes(name)))
      .flatMap((name) => {
        const parameter = parameters[name];
        if (!parameter) return [];
        const { value, source, article, kind } = parameter;
        return {
          name,
          group,
          value: isMoney(name, value) ? formatMoney(value) : value,
          source,
          article,
          kind,
        };
      }),
  );
}

/** An exception that is not in these rules is not explained. */
const LOWER_START: readonly string[] = ["womensStartHoursPerWeek", "womensGrowWithinMonths"];
const startsLower = ({ womensStartHoursPerWeek, minimumHoursPerWeek }: Rules): boolean =>
  womensStartHoursPerWeek.value < minimumHoursPerWeek.value;

function isMoney(name: string, value: unknown): value is Cents {
  return name.endsWith("Cents") && typeof value === "number";
}
