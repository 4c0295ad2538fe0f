import type { Scheme } from "@/lib/vocabulary/scheme";

/** Where a rule without a parameter comes from; no regulation for startbanen is published. */
export const ARTICLES = {
  werkgeverssubsidie: {
    doubleFunding: "SOWIS, overzicht aanvraagcriteria",
    samePerson: "SOWIS 2024, ontwerp (raaknederland.nl): elke statushouder hoogstens één keer",
  },
  startbaan: {
    doubleFunding: "Aanname van dit portaal: dezelfde kosten worden één keer betaald",
    samePerson: "Aanname van dit portaal: elke statushouder hoogstens één keer",
  },
} as const satisfies Record<Scheme, { doubleFunding: string; samePerson: string }>;
