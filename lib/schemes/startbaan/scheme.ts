import type { SchemeDefinition } from "../definition";
import { trajectoryChecks } from "./checks";
import { rules, rulesSchema } from "./rules";

const OWN = "Aanname van dit portaal";
const WOMEN = "CW3.1-kader Actieagenda, bijlage 2: aandacht voor begeleiding van vrouwelijke statushouders";

/** No regulation for startbanen is published: nearly all sources are assumptions. */
export const startbaan = {
  id: "startbaan",
  budgetLine: "startbaan-experimenten",
  hasRegulation: false,
  awardItem: "place",
  sources: {
    double_funding: `${OWN}: dezelfde kosten worden één keer betaald`,
    same_person: `${OWN}: elke statushouder hoogstens één keer`,
    earlier_work: `${OWN}: een startbaan begint met een nieuwe baan`,
    activities_order: `${OWN}: begeleiding eindigt na de eerste werkdag`,
    women_agreement: WOMEN,
    permit_during_contract: `${OWN}: een vergunning kan worden verlengd`,
  },
  rulesSchema,
  rules,
  applicationChecks: () => [],
  trajectoryChecks,
  atHand: [
    "eherkenning",
    "contract",
    "permit",
    "person",
    "municipality",
    "roster",
    "expectation",
    "aid",
    "bank",
  ],
} as const satisfies SchemeDefinition<"startbaan">;
