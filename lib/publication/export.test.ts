import { expect, test } from "vitest";
import { STAFF_ROLES } from "@/lib/actor";
import { DATASETS, EXPORT_COLUMNS, exportColumns } from "./export";

const keysFor = (dataset: (typeof DATASETS)[number], role: (typeof STAFF_ROLES)[number]) =>
  exportColumns(dataset, [role]).map(({ key }) => key);
/** A column that names an employer, or an application whose employer other columns name. */
const NAMES = ["werkgever", "kvkNummer", "kenmerk"];
const SAYS_WHO_TAKES_PART = ["traject", "trajecten", "trajectenVrouwen"];

test.each(STAFF_ROLES.filter((role) => role !== "reviewer" && role !== "decider"))(
  "no export for a %s tells who takes part at a named employer",
  (role) => {
    for (const dataset of DATASETS)
      expect(keysFor(dataset, role).filter((key) => SAYS_WHO_TAKES_PART.includes(key))).toEqual([]);
    expect(keysFor("ledger", role).filter((key) => NAMES.includes(key))).toEqual([]);
    expect(keysFor("cases", role)).toContain("werkgever");
  },
);

test.each(["reviewer", "decider"] as const)("a %s, who handles cases, gets every column", (role) => {
  for (const dataset of DATASETS)
    expect(keysFor(dataset, role)).toEqual(EXPORT_COLUMNS[dataset].map(({ key }) => key));
});
