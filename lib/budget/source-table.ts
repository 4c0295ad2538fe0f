/** The table of new money at the Voorjaarsnota 2025, cell by cell as printed; an empty cell stays empty. */
export const SOURCE_TABLE = {
  title: "CW3.1-kader Actieagenda Integratie en Open en Vrije Samenleving en taaleis, bijlage 2",
  caption: "Tabel: nieuw toegekende middelen bij VJN (x 1 mln.)",
  years: ["2025", "2026", "2027", "2028", "2029", "2030", "Struc."],
  rows: [
    { line: "actieagenda", label: "Actieagenda", cells: ["5,0", "10,6", "11,9", "11,7", "9,2", "", "0"] },
    { line: "startbanen", label: "Startbanen (2.2)", cells: ["", "1,3", "", "", "", "", "0"] },
    { line: "taaleis", label: "Taaleis (2.4)*", cells: ["0", "0", "3,7", "10,6", "17,4", "22", "17,4"] },
  ],
  total: { line: "vjn-2025", label: "Totaal", cells: ["5", "11,6", "15,6", "22,3", "26,6", "22", "17,4"] },
  footnote:
    "*De middelen voor de taaleis worden structureel in 2040. Tussen 2030 en 2039 is er €22 mln. per jaar beschikbaar voor de taaleis.",
} as const;

type Table = {
  years: readonly string[];
  rows: readonly { cells: readonly string[] }[];
  total: { cells: readonly string[] };
};

/** Millions of euros in a printed cell, "10,6" as 10.6; undefined for an empty cell, which is not zero. */
export const millionsIn = (cell: string | undefined): number | undefined =>
  cell ? Number(cell.replace(",", ".")) : undefined;

/** A year in which the printed total is not the sum of the printed lines; all in millions of euros. */
export type Discrepancy = {
  year: string;
  printed: number;
  addedUp: number;
  difference: number;
  binding: number;
};

/** The years in which the table contradicts itself. The lower of the two totals binds until it is resolved. */
export function discrepanciesIn({ years, rows, total }: Table): Discrepancy[] {
  return years.flatMap((year, column) => {
    const tenths = (cell: string | undefined) => Math.round((millionsIn(cell) ?? 0) * 10);
    const printed = tenths(total.cells[column]);
    const addedUp = rows.reduce((sum, { cells }) => sum + tenths(cells[column]), 0);
    if (printed === addedUp) return [];
    const [difference, binding] = [Math.abs(printed - addedUp), Math.min(printed, addedUp)];
    return [
      {
        year,
        printed: printed / 10,
        addedUp: addedUp / 10,
        difference: difference / 10,
        binding: binding / 10,
      },
    ];
  });
}
