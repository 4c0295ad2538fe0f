import * as z from "zod";
import type { StaffRole } from "@/lib/actor";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import type { Column } from "./table-file";

export const DATASETS = ["cases", "ledger", "commitments"] as const;
export type Dataset = (typeof DATASETS)[number];
export const FORMATS = ["xlsx", "csv"] as const;

/** Most rows of a spreadsheet, because it is made in memory and spreadsheet programs have a limit. */
export const MOST_SPREADSHEET_ROWS = 50_000;

/** A requested export: a dataset of one year, of one scheme or of both. */
export const exportSchema = z.object({
  dataset: z.enum(DATASETS, "choose"),
  scheme: z.enum(["all", ...SCHEMES], "choose"),
  year: z
    .string("required")
    .regex(/^20\d\d$/, "not_a_year")
    .transform(Number),
  format: z.enum(FORMATS, "choose"),
});
export type ExportChoice = z.output<typeof exportSchema>;

const columns = <const K extends string>(...keys: K[]): Column<K>[] =>
  keys.map((key) => ({ key, header: key }));

/** Columns of each dataset, which never change their names: amounts in euros, days as days. */
export const EXPORT_COLUMNS = {
  cases: columns(
    "kenmerk",
    "zaaknummer",
    "werkgever",
    "kvkNummer",
    "regeling",
    "jaar",
    "status",
    "rangdag",
    "trajecten",
    "trajectenVrouwen",
    "gevraagdEuro",
    "toegekendEuro",
    "besluitdatum",
  ),
  ledger: columns(
    "boeking",
    "regel",
    "jaar",
    "begrotingsjaar",
    "soort",
    "bedragEuro",
    "kenmerk",
    "traject",
    "moment",
  ),
  commitments: columns(
    "begrotingsjaar",
    "regel",
    "plafondjaar",
    "toegekendEuro",
    "vrijgevallenEuro",
    "naBezwaarEuro",
    "saldoEuro",
  ),
} as const satisfies Record<Dataset, Column<string>[]>;

/**
 * How many participants a named employer has and on which track, and the bookings of one application: with few
 * participants these point at a person.
 */
const POINTS_AT_PEOPLE: Record<Dataset, readonly string[]> = {
  cases: ["trajecten", "trajectenVrouwen"],
  ledger: ["kenmerk", "traject"],
  commitments: [],
};

/**
 * Columns that these roles get. What points at participants of a named employer is for those who handle cases: budget
 * holders and auditors export money and employers, and open a single case in the portal, which is an event (AVG art. 5
 * lid 1 onder c).
 */
export function exportColumns(dataset: Dataset, roles: readonly StaffRole[]): Column<string>[] {
  const handlesCases = roles.includes("reviewer") || roles.includes("decider");
  return EXPORT_COLUMNS[dataset].filter(
    ({ key }) => handlesCases || !POINTS_AT_PEOPLE[dataset].includes(key),
  );
}
