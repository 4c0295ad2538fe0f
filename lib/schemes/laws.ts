/**
 * The laws and regulations that parameters cite, each by its public identifier. The text was looked at on `lookedOn`;
 * articles of the scheme's own regulation are cited only where they were read.
 */
export const LAWS = {
  awb: { title: "Algemene wet bestuursrecht", id: "BWBR0005537", lookedOn: "2026-12-01" },
  sowis: {
    title: "Subsidieregeling ondersteuning werkgevers inzet statushouders (Stcrt. 2024, 19739)",
    id: "stcrt-2024-19739",
    lookedOn: "2026-12-01",
  },
  kaderregeling: {
    title: "Kaderregeling subsidies OCW, SZW en VWS (Stcrt. 2016, 7388)",
    id: "stcrt-2016-7388",
    lookedOn: "2026-12-01",
  },
  de_minimis: { title: "Verordening (EU) 2023/2831", id: "reg/2023/2831", lookedOn: "2026-12-01" },
  de_minimis_agriculture: {
    title: "Verordening (EU) 1408/2013",
    id: "reg/2013/1408",
    lookedOn: "2026-12-01",
  },
  de_minimis_fishery: { title: "Verordening (EU) 717/2014", id: "reg/2014/717", lookedOn: "2026-12-01" },
} as const;

export type LawId = keyof typeof LAWS;
export const LAW_IDS = Object.keys(LAWS) as [LawId, ...LawId[]];

/** A law, or one article of it: "4:25, tweede lid". */
export type Provision = { law: LawId; article?: string | undefined };

/** A provision as a letter cites it. */
export const citationOf = ({ law, article }: Provision): string =>
  article === undefined ? LAWS[law].title : `${LAWS[law].title}, artikel ${article}`;

/** Address of the text of a provision: of a law in force, the article as it stood when it was looked at. */
export function addressOf({ law, article }: Provision): string {
  const { id, lookedOn } = LAWS[law];
  if (id.startsWith("reg/")) return `https://eur-lex.europa.eu/eli/${id}/oj`;
  if (!id.startsWith("BWBR")) return `https://zoek.officielebekendmakingen.nl/${id}.html`;
  const number = article?.split(",")[0];
  return `https://wetten.overheid.nl/jci1.3:c:${id}${number ? `&artikel=${number}` : ""}&g=${lookedOn}`;
}
