import type { Staff } from "@/lib/actor";
import { addDays, type Day, weekdayOf } from "@/lib/dates";
import { isDay } from "@/lib/day";
import { isUndecided, STATES, type State } from "@/lib/vocabulary/lifecycle";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";
import type { Shown, Sort, Term, Words } from "./list-words";
import { readSearch, type Search } from "./search";

/** Where a page begins or ends: the sort key as text, and the case number, which makes it unique. */
export type Place = { key: string; caseNumber: number };
export type Paging = { after?: Place; before?: Place };

export type CaseFilter = {
  states: readonly State[];
  scheme?: Scheme;
  windowId?: string;
  /** One official; null is nobody. */
  assigneeId?: string | null;
  track?: Track;
  hasAttention?: boolean;
  due?: { from?: Day; until?: Day };
  search?: Search;
  sort: Sort;
  descending: boolean;
};

const GROUPS: Record<Exclude<Shown, State>, readonly State[]> = {
  "te-beoordelen": ["submitted", "in_review"],
  "wacht-op-werkgever": ["completion_requested", "refusal_intended"],
  "te-beslissen": ["proposed"],
  open: STATES.filter((state) => state !== "draft" && isUndecided(state)),
  besloten: ["granted", "partly_granted", "refused", "not_treated", "lowered"],
  alle: STATES.filter((state) => state !== "draft"),
};

const isGroup = (shown: Shown): shown is Exclude<Shown, State> => shown in GROUPS;

/** Last days to decide, as a term in words: weeks end on Sunday. */
export function dueRange(term: Term, today: Day): { from?: Day; until?: Day } {
  const sunday = addDays(today, 7 - weekdayOf(today));
  switch (term) {
    case "te-laat":
      return { until: addDays(today, -1) };
    case "deze-week":
      return { from: today, until: sunday };
    case "volgende-week":
      return { from: addDays(sunday, 1), until: addDays(sunday, 7) };
    case "binnen-vier-weken":
      return { until: addDays(today, 28) };
    case "later":
      return { from: addDays(today, 29) };
  }
}

/**
 * The filters in an address, for this official on this day. A filter on a term also sorts by that term, because any
 * other order would read every application to find the few that are late.
 */
export function filterOf(words: Words, actor: Staff, today: Day): CaseFilter {
  const states = isGroup(words.toon) ? GROUPS[words.toon] : [words.toon];
  const handler = { mij: actor.personId, niemand: null } as const;
  return {
    states: words.termijn ? states.filter(isUndecided) : states,
    scheme: words.regeling,
    windowId: words.tijdvak,
    assigneeId: words.van === "mij" || words.van === "niemand" ? handler[words.van] : words.van,
    track: words.spoor && ({ vrouwen: "women", algemeen: "general" } as const)[words.spoor],
    hasAttention: words.letop && words.letop === "ja",
    due: words.termijn && dueRange(words.termijn, today),
    search: words.zoek === undefined ? undefined : readSearch(words.zoek),
    sort: words.termijn ? "termijn" : words.op,
    descending: words.af === "ja",
  };
}

const KEYS: Record<Sort, (key: string) => boolean> = {
  rangdag: isDay,
  termijn: isDay,
  bedrag: (key) => /^\d{1,15}$/.test(key),
  werkgever: (key) => key.length <= 60,
  wijziging: (key) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(key) && !Number.isNaN(Date.parse(key)),
};

const SEPARATOR = "~";

/** A position as the address has it; undefined when it does not fit the sort of the list. */
export function placeOf(sort: Sort, text: string | undefined): Place | undefined {
  const cut = text?.lastIndexOf(SEPARATOR) ?? -1;
  if (text === undefined || cut < 0) return undefined;
  const [key, number] = [text.slice(0, cut), text.slice(cut + 1)];
  return KEYS[sort](key) && /^\d{1,15}$/.test(number) ? { key, caseNumber: Number(number) } : undefined;
}

export const placeText = ({ key, caseNumber }: Place): string => `${key}${SEPARATOR}${caseNumber}`;
