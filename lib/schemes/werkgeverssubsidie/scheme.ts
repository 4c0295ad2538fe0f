import type { SchemeDefinition } from "../definition";
import { applicationChecks } from "./checks";
import { rules, rulesSchema } from "./rules";

const CRITERIA = "SOWIS, overzicht aanvraagcriteria";
const POLICY = "CW3.1-kader Actieagenda, bijlage 2: aandacht voor begeleiding van vrouwelijke statushouders";

export const werkgeverssubsidie = {
  id: "werkgeverssubsidie",
  budgetLine: "werkgeverssubsidie",
  hasRegulation: true,
  awardItem: "guidance",
  sources: {
    double_funding: CRITERIA,
    same_person: "SOWIS 2024, ontwerp (raaknederland.nl): elke statushouder hoogstens één keer",
    earlier_work: "SOWIS 2025, overzicht aanvraagcriteria (uitvoeringvanbeleidszw.nl)",
    activities_order: "Aanname van dit portaal: begeleiding eindigt na de eerste werkdag",
    women_agreement: POLICY,
    permit_during_contract: "Aanname van dit portaal: een vergunning kan worden verlengd",
  },
  rulesSchema,
  rules,
  applicationChecks,
  trajectoryChecks: () => [],
  atHand: ["eherkenning", "contract", "permit", "person", "plan", "aid", "bank"],
} as const satisfies SchemeDefinition<"werkgeverssubsidie">;
