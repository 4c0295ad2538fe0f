/** The parts of a letter in reading order; every text is in the language of the reader. */
export type Letter = {
  title: string;
  /** The sender, in the head of the first page. */
  sender: string;
  addressee: readonly string[];
  /** The text at the foot of every page. */
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

/** Typed text as paragraphs, one per line, without empty lines. */
export const paragraphs = (typed: string): Block[] =>
  typed
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((text): Block => ({ kind: "paragraph", text }));
