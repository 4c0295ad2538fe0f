import type { Day } from "@/lib/day";
import type { Cents } from "@/lib/money";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";

/** The public facts of one grant (Woo 3.3(2)(k)): the employer and never a participant. */
export type PublishedGrant = {
  caseNumber: number;
  employer: string;
  kvkNumber: string;
  scheme: Scheme;
  /** Year of the window of the application. */
  year: number;
  amountCents: Cents;
  decidedOn: Day;
  /** Of an example window. */
  isExample: boolean;
};

/** A grant as files have it: the fields below, amounts in euros. */
export const publicFields = ({
  caseNumber,
  employer,
  kvkNumber,
  scheme,
  year,
  ...grant
}: PublishedGrant) => ({
  zaaknummer: caseNumber,
  werkgever: employer,
  kvkNummer: kvkNumber,
  regeling: scheme,
  jaar: year,
  bedragEuro: grant.amountCents / 100,
  besluitdatum: grant.decidedOn,
  voorbeeld: grant.isExample,
});

/** Names of the fields in the order of the files; their meaning is in the catalogue, `publication.fields.of`. */
export const GRANT_FIELDS = [
  "zaaknummer",
  "werkgever",
  "kvkNummer",
  "regeling",
  "jaar",
  "bedragEuro",
  "besluitdatum",
  "voorbeeld",
] as const satisfies (keyof ReturnType<typeof publicFields>)[];
export type GrantField = (typeof GRANT_FIELDS)[number];

export const LICENCE = "CC0-1.0";

const TYPES: Record<GrantField, object> = {
  zaaknummer: { type: "integer" },
  werkgever: { type: "string" },
  kvkNummer: { type: "string", pattern: "^[0-9]{8}$" },
  regeling: { enum: SCHEMES },
  jaar: { type: "integer" },
  bedragEuro: { type: "number" },
  besluitdatum: { type: "string", format: "date" },
  voorbeeld: { type: "boolean" },
};

/** JSON Schema of `grants.json`; `meaningOf` gives the description of a field. */
export const grantsSchema = (title: string, meaningOf: (field: GrantField) => string) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title,
  type: "object",
  required: ["stand", "licentie", "subsidies"],
  properties: {
    stand: { type: "string", format: "date-time" },
    licentie: { const: LICENCE },
    subsidies: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: GRANT_FIELDS,
        properties: Object.fromEntries(
          GRANT_FIELDS.map((field) => [field, { ...TYPES[field], description: meaningOf(field) }]),
        ),
      },
    },
  },
});
