import type { Day } from "@/lib/dates";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import type { Distribution } from "@/lib/vocabulary/distribution";
import type { Scheme } from "@/lib/vocabulary/scheme";
import type { TermFrom } from "@/lib/vocabulary/term-from";

export type ReferenceWindow = {
  id: string;
  scheme: Scheme;
  /** The ceiling that it divides: of this line and year. */
  line: LineId;
  year: number;
  opensAt: Date;
  /** The last moment at which it is open: 17:00:30 is too late. */
  closesAt: Date;
  distribution: Distribution;
  decisionWeeks: number;
  termFrom: TermFrom;
  rulesVersion: string;
  publishedOn: Day;
  source: string;
};

/** The published windows, in Dutch legal time (summer time in both). Startbaan has none yet. */
export const WINDOWS: readonly ReferenceWindow[] = [
  {
    id: "werkgeverssubsidie-2025",
    scheme: "werkgeverssubsidie",
    line: "werkgeverssubsidie",
    year: 2025,
    opensAt: new Date("2025-06-02T09:00:00+02:00"),
    closesAt: new Date("2025-09-30T17:00:00+02:00"),
    distribution: "day_rank_lot",
    decisionWeeks: 13,
    termFrom: "receipt",
    rulesVersion: "werkgeverssubsidie-2025",
    publishedOn: "2025-03-05",
    source: "SOWIS 2025, nieuwsbericht 5 maart 2025 (uitvoeringvanbeleidszw.nl)",
  },
  {
    id: "werkgeverssubsidie-2026",
    scheme: "werkgeverssubsidie",
    line: "werkgeverssubsidie",
    year: 2026,
    opensAt: new Date("2026-06-01T09:00:00+02:00"),
    closesAt: new Date("2026-09-30T17:00:00+02:00"),
    distribution: "day_rank_lot",
    decisionWeeks: 13,
    termFrom: "receipt",
    rulesVersion: "werkgeverssubsidie-2026",
    publishedOn: "2026-01-15",
    source: "SOWIS 2026, consultatie januari 2026 (taxence.nl)",
  },
];
