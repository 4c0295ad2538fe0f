import type { BudgetOverview } from "@/lib/budget/queries/budget-overview";
import { LINE_IDS } from "@/lib/vocabulary/budget-lines";
import { LICENCE } from "./grant";

/** Names of the fields in the order of the file; their meaning is in the catalogue, `publication.meter.of`. */
export const METER_FIELDS = [
  "regel",
  "jaar",
  "plafondEuro",
  "toegekendEuro",
  "buitenPlafondEuro",
  "aangevraagdEuro",
  "apartEuro",
  "vrijEuro",
  "voorbeeld",
] as const;
export type MeterField = (typeof METER_FIELDS)[number];

const euro = (cents: number): number => cents / 100;

/** The figures of the budget, a row per line and year with a ceiling; amounts in euros. */
export const meterFile = ({ asOf, lines }: BudgetOverview) => ({
  stand: asOf.toISOString(),
  licentie: LICENCE,
  regels: lines.flatMap(({ id, purpose, years }) =>
    years.map(
      (year): Record<MeterField, unknown> => ({
        regel: id,
        jaar: year.year,
        plafondEuro: euro(year.ceilingCents),
        toegekendEuro: euro(year.grantedCents),
        buitenPlafondEuro: euro(year.beyondCents),
        aangevraagdEuro: year.claimedCents === null ? null : euro(year.claimedCents),
        apartEuro: euro(year.keptCents),
        vrijEuro: purpose === "employers" || purpose === "kept" ? euro(year.freeCents) : null,
        voorbeeld: year.isExample,
      }),
    ),
  ),
});

const TYPES: Record<MeterField, object> = {
  regel: { enum: LINE_IDS },
  jaar: { type: "integer" },
  plafondEuro: { type: "number", minimum: 0 },
  toegekendEuro: { type: "number", minimum: 0 },
  buitenPlafondEuro: { type: "number", minimum: 0 },
  aangevraagdEuro: { type: ["number", "null"], minimum: 0 },
  apartEuro: { type: "number", minimum: 0 },
  vrijEuro: { type: ["number", "null"], minimum: 0 },
  voorbeeld: { type: "boolean" },
};

/** JSON Schema of `budget.json`; `meaningOf` gives the description of a field. */
export const meterSchema = (title: string, meaningOf: (field: MeterField) => string) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title,
  type: "object",
  required: ["stand", "licentie", "regels"],
  properties: {
    stand: { type: "string", format: "date-time" },
    licentie: { const: LICENCE },
    regels: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: METER_FIELDS,
        properties: Object.fromEntries(
          METER_FIELDS.map((field) => [field, { ...TYPES[field], description: meaningOf(field) }]),
        ),
      },
    },
  },
});
