import * as z from "zod";
import type { Provision } from "../laws";
import { assumption as assumed, COMMON_PARAMETERS, parameter, regulation, whole } from "../parameters";

const POLICY = "CW3.1-kader Actieagenda, bijlage 2: experimenteren binnen bestaande regelgeving";
const EVALUATION = "CW3.1-kader Actieagenda, bijlage 2: evaluatieparagraaf";
const WOMEN = "CW3.1-kader Actieagenda, bijlage 2: aandacht voor begeleiding van vrouwelijke statushouders";
const DE_MINIMIS = "Verordening (EU) 2023/2831, art. 3(2)";
const SECTORS = "Verordening (EU) 1408/2013, art. 3 (landbouw) en 717/2014, art. 3 (visserij)";
const NO_BASE =
  "Aanname van dit portaal: zonder grondslag in de regeling blijft alleen een code (UAVG, art. 46)";
const OWN = "Aanname van dit portaal: er is nog geen regeling voor startbanen gepubliceerd";

const assumption = <T>(value: T, source = OWN, article: Provision | null = null) =>
  assumed(value, source, article);

export const rulesSchema = z.strictObject({
  ...COMMON_PARAMETERS,
  scheme: z.literal("startbaan"),
  minimumClassHours: parameter(whole),
  maximumTotalHours: parameter(whole),
});

/** Experiments that combine paid work with inburgering. No regulation is published; nearly all of this is assumed. */
const rules2026 = {
  id: "startbaan-2026",
  scheme: "startbaan",
  title: "Startbaan 2026",
  amountsCents: assumption([1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000]),
  womensTopUpCents: assumption(0, WOMEN),
  womensExtraHours: assumption(20, WOMEN),
  womensExtraPercent: assumption(20, WOMEN),
  womensMeasures: assumption(
    ["flexible_hours", "female_mentor", "part_time_build_up", "network", "safety"],
    WOMEN,
  ),
  womensStartHoursPerWeek: assumption(16),
  womensGrowWithinMonths: assumption(6, WOMEN),
  minimumAssurance: assumption("loa3"),
  deMinimisLimitCents: regulation(30_000_000, DE_MINIMIS, { law: "de_minimis", article: "3, tweede lid" }),
  deMinimisSectorLimitsCents: assumption({ agriculture: 5_000_000, fishery: 4_000_000 }, SECTORS),
  deMinimisAttentionPercent: assumption(90),
  heavierAccountabilityFromCents: assumption(2_500_000, "Kaderregeling subsidies OCW, SZW en VWS", {
    law: "kaderregeling",
  }),
  lastInRank: assumption("amount", OWN, { law: "awb", article: "4:25, tweede lid" }),
  minimumHoursPerWeek: assumption(16),
  maximumHoursPerWeek: assumption(32),
  minimumContractMonths: assumption(6),
  startsAtMostMonthsBefore: assumption(6),
  startsAtMostMonthsAfter: assumption(3),
  activitiesEndWithinMonths: assumption(24),
  permitCategories: assumption(["asylum_fixed", "asylum_indefinite"], POLICY),
  permitValidMonths: assumption(0),
  inburgeringStates: assumption(["obliged"], POLICY),
  contractTypes: assumption(["employment", "learn_work"], POLICY),
  requiredDocuments: assumption([{ kind: "bank_statement", when: "account_unconfirmed" }]),
  planMinimumCharacters: assumption(200, EVALUATION),
  personNumber: assumption(null, NO_BASE),
  minimumClassHours: assumption(8),
  maximumTotalHours: assumption(40),
};

export const rules = [rules2026] as const;
