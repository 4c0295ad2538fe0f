import * as z from "zod";
import type { Provision } from "../laws";
import {
  assumption as assumed,
  COMMON_PARAMETERS,
  regulation as given,
  parameter,
  whole,
} from "../parameters";

const CRITERIA = "SOWIS 2025, overzicht aanvraagcriteria (uitvoeringvanbeleidszw.nl)";
const AMOUNTS = "SOWIS 2024, nieuwsbericht 1 juli 2024 (rijksoverheid.nl)";
const OPENING = "SOWIS 2025, nieuwsbericht 5 maart 2025 (uitvoeringvanbeleidszw.nl)";
const ROUND_2024 = "SOWIS 2024, toelichting ronde 2024 (upgradejezelfregiozwolle.nl)";
const DE_MINIMIS = "Verordening (EU) 2023/2831, art. 3(2)";
const SECTORS = "Verordening (EU) 1408/2013, art. 3 (landbouw) en 717/2014, art. 3 (visserij)";
const POLICY = "CW3.1-kader Actieagenda, bijlage 2: aandacht voor begeleiding van vrouwelijke statushouders";
const NO_BASE =
  "Aanname van dit portaal: zonder grondslag in de regeling blijft alleen een code (UAVG, art. 46)";
const OWN = "Aanname van dit portaal, te bevestigen in de regeling";

const SOWIS = { law: "sowis" } as const;
const GENERAL = { law: "de_minimis", article: "3, tweede lid" } as const;

const assumption = <T>(value: T, source = OWN, article: Provision | null = null) =>
  assumed(value, source, article);
/** Articles of the regulation are not cited one by one: only its first four were read. */
const regulation = <T>(value: T, source: string, article: Provision = SOWIS) => given(value, source, article);

export const rulesSchema = z.strictObject({
  ...COMMON_PARAMETERS,
  scheme: z.literal("werkgeverssubsidie"),
  applicationsPerYear: parameter(whole),
  lookbackYears: parameter(whole),
});

/** Subsidieregeling ondersteuning werkgevers inzet statushouders (Stcrt. 2024, 19739), as published for 2025. */
const rules2025 = {
  id: "werkgeverssubsidie-2025",
  scheme: "werkgeverssubsidie",
  title: "Werkgeverssubsidie 2025",
  amountsCents: regulation([800_000, 600_000, 500_000, 500_000], AMOUNTS),
  womensTopUpCents: assumption(0, POLICY),
  womensExtraHours: assumption(20, POLICY),
  womensExtraPercent: assumption(20, POLICY),
  womensMeasures: assumption(
    ["flexible_hours", "female_mentor", "part_time_build_up", "network", "safety"],
    POLICY,
  ),
  womensStartHoursPerWeek: regulation(20, CRITERIA),
  womensGrowWithinMonths: assumption(6, POLICY),
  minimumAssurance: assumption("loa3"),
  deMinimisLimitCents: regulation(30_000_000, DE_MINIMIS, GENERAL),
  deMinimisSectorLimitsCents: assumption({ agriculture: 5_000_000, fishery: 4_000_000 }, SECTORS),
  deMinimisAttentionPercent: assumption(90),
  heavierAccountabilityFromCents: assumption(2_500_000, "Kaderregeling subsidies OCW, SZW en VWS", {
    law: "kaderregeling",
  }),
  lastInRank: assumption(
    "trajectories",
    "Aanname van dit portaal: een half begeleidingstraject helpt niemand",
    { law: "awb", article: "4:25, tweede lid" },
  ),
  minimumHoursPerWeek: regulation(20, CRITERIA),
  maximumHoursPerWeek: assumption(40),
  minimumContractMonths: regulation(12, CRITERIA),
  startsAtMostMonthsBefore: regulation(6, CRITERIA),
  startsAtMostMonthsAfter: assumption(3),
  activitiesEndWithinMonths: regulation(24, "SOWIS 2025, toelichting (w-o.nl)"),
  permitCategories: regulation(["asylum_fixed", "asylum_indefinite"], OPENING, {
    law: "sowis",
    article: "1",
  }),
  permitValidMonths: assumption(0),
  inburgeringStates: regulation(["obliged", "completed"], ROUND_2024),
  contractTypes: regulation(["employment", "learn_work"], "SOWIS 2024, ontwerp (raaknederland.nl)"),
  requiredDocuments: regulation([{ kind: "bank_statement", when: "account_unconfirmed" }], CRITERIA),
  planMinimumCharacters: assumption(200),
  personNumber: assumption(null, NO_BASE),
  applicationsPerYear: regulation(1, ROUND_2024),
  lookbackYears: regulation(1, OPENING),
};

/** The round of 2026 as it was announced; its amounts were not public, so those of 2025 stand in, marked as such. */
const rules2026 = {
  ...rules2025,
  id: "werkgeverssubsidie-2026",
  title: "Werkgeverssubsidie 2026",
  amountsCents: assumption(
    [800_000, 600_000, 500_000, 500_000],
    "Bedragen van 2025; de bedragen van 2026 waren in consultatie (taxence.nl)",
    SOWIS,
  ),
};

/** An example of rules that keep the number; no regulation has such a base yet, so that only example windows use it. */
const rulesWithNumber = {
  ...rules2026,
  id: "werkgeverssubsidie-2026-nummer",
  title: "Werkgeverssubsidie 2026, voorbeeld: nummer bewaard voor controle",
  personNumber: assumption(
    { daysAtMost: 91, daysAfterChecks: 14 },
    "Voorbeeld van dit portaal: een regeling met een grondslag om het nummer te bewaren (UAVG, art. 46)",
  ),
};

export const rules = [rules2025, rulesWithNumber, rules2026] as const;
