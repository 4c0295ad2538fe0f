/** A letter as its parts, in reading order; every text is already in the reader's language. */
export type Letter = {
  title: string;
  /** Who sends it, in the head of the first page. */
  sender: string;
  addressee: readonly string[];
  /** At the foot of every page, so that loose pages can be told apart. */
  foot: string;
  /** What the page number is called: "pagina". */
  page: string;
  blocks: readonly Block[];
};

export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "notice"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "facts"; rows: readonly (readonly [term: string, value: string])[] }
  | {
      kind: "table";
      head: readonly [string, string, string];
      rows: readonly (readonly [string, string, string])[];
      total: readonly [string, string];
    };

/** What somebody typed, a paragraph per line; empty lines are left out. */
export const paragraphs = (typed: string): Block[] =>
  typed
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((text): Block => ({ kind: "paragraph", text }));
