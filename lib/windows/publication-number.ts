const WRITTEN = /^(?:(?:staatscourant|stcrt)[.\s-]*)?(\d{4})(?:,\s*|\s+|-)(\d{1,6})$/i;

/** The number of a publication in the Staatscourant as it is cited, "Stcrt. 2026, 12345"; undefined for another text. */
export function publicationNumber(text: string): string | undefined {
  const [, year, number] = WRITTEN.exec(text.trim()) ?? [];
  return year && number ? `Stcrt. ${year}, ${Number(number)}` : undefined;
}

/** The address of its text. */
export const addressOfPublication = (number: string): string =>
  `https://zoek.officielebekendmakingen.nl/${number.toLowerCase().replace(". ", "-").replace(", ", "-")}.html`;
