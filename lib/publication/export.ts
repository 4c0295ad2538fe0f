import * as z from "zod";
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

/**
 * Columns of each dataset, which never change their names: amounts in euros, days as days. None is about a participant.
 */
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
  ledger: columns("regel", "jaar", "begrotingsjaar", "soort", "bedragEuro", "kenmerk", "traject", "moment"),
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
