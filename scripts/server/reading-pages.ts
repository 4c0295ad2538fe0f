type ReadingPage = {
  /** Routes in the notation of the folders of app. */
  path: string;
  /**
   * Allowed query parameters. A page is kept for each value that matches the pattern; `false` is for personal ones,
   * whose pages are not kept. Others are dropped.
   */
  query?: Record<string, RegExp | false>;
  /** Shows something that belongs to one browser. */
  isPersonal?: true;
};

/** Pages that are sent without any script, and work like that. */
export const READING_PAGES: readonly ReadingPage[] = [
  { path: "/" },
  { path: "/budget" },
  { path: "/schemes/[scheme]" },
  { path: "/schemes/[scheme]/check" },
  { path: "/schemes/[scheme]/check/result", isPersonal: true },
  { path: "/status" },
  { path: "/status/result", isPersonal: true },
  { path: "/open-data", query: { voor: /^\d{1,15}$/ } },
  { path: "/draws/[id]", query: { nummer: false } },
  { path: "/anchors" },
  { path: "/letter-check", query: { problem: /^file$/, sum: false } },
  { path: "/privacy" },
  { path: "/toegankelijkheid" },
  { path: "/sign-in", query: { next: false, problem: false }, isPersonal: true },
  { path: "/sign-in/no-kvk-number" },
  { path: "/signed-out", isPersonal: true },
];

const PATTERNS = READING_PAGES.map((page) => ({
  page,
  pattern: new RegExp(`^${page.path.replace(/\[\w+\]/g, "[^/]+")}$`),
}));

/** The page to read at this path; undefined for every other page. */
export const readingPageAt = (path: string): ReadingPage | undefined =>
  PATTERNS.find(({ pattern }) => pattern.test(path))?.page;

/** The key under which a page is kept for everybody; undefined when it is personal. */
export function keptAddress(page: ReadingPage, path: string, asked: URLSearchParams): string | undefined {
  if (page.isPersonal) return undefined;
  const kept = new URLSearchParams();
  for (const [name, pattern] of Object.entries(page.query ?? {})) {
    const values = asked.getAll(name);
    if (values.length === 0) continue;
    const [value = ""] = values;
    if (pattern === false || values.length > 1 || !pattern.test(value)) return undefined;
    kept.set(name, value);
  }
  return kept.size > 0 ? `${path}?${kept}` : path;
}
