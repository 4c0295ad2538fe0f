import { type Item, keyOf, WHOLE_PART } from "@/lib/answers/completion-item";
import { answersOf, isSection, type Part, partFields, type StoredDraft } from "@/lib/answers/draft";
import { differences, type Fields } from "@/lib/answers/questions/question";
import type { RawSection } from "@/lib/form-state";
import type { DocumentKind, Scan } from "@/lib/vocabulary/document-kinds";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** The answer of an employer to a request: the complete new answers, and explanations by the key of an item. */
export type Answer = { draft: StoredDraft; replies: Record<string, string> };

export type Change = { part: Part; field: string; before: RawSection[string]; after: RawSection[string] };

const fieldsOf = (part: Part, scheme: Scheme): Fields =>
  isSection(part) ? partFields(part, scheme) : { ...partFields(part, scheme), personKey: "text" };

/** Every answer that differs between two versions, in page order; a changed person shows no number. */
export function changesBetween(before: StoredDraft, after: StoredDraft, scheme: Scheme): Change[] {
  const parts: Part[] = [
    "company",
    ...before.trajectories.map(({ key }): Part => `trajectory:${key}`),
    "stateAid",
    "bank",
    "declarations",
  ];
  return parts.flatMap((part) => {
    const [old, now] = [answersOf(before, part) ?? {}, answersOf(after, part) ?? {}];
    return differences(fieldsOf(part, scheme), now, old).map((name): Change => {
      if (name === "personKey") return { part, field: "personNumber", before: "", after: "" };
      return { part, field: name, before: old[name] ?? "", after: now[name] ?? "" };
    });
  });
}

/** How one item was met: a changed answer, an added file, an explanation, or not yet. */
export type ItemState = "changed" | "added" | "explained" | "open";

/** An item about a whole part is met by any change in that part; `added` are the files since the request. */
export function stateOf(
  item: Item,
  changes: readonly Change[],
  added: readonly { kind: DocumentKind; scan: Scan }[],
  replies: Answer["replies"],
): ItemState {
  const isAbout = (field: string) => item.field === WHOLE_PART || field === item.field;
  if (changes.some(({ part, field }) => part === item.part && isAbout(field))) return "changed";
  const isThere = added.some(({ kind, scan }) => scan !== "infected" && isAbout(kind));
  if (item.part === "documents" && isThere) return "added";
  return replies[keyOf(item)]?.trim() ? "explained" : "open";
}

/**
 * Whether this part may change in answer to a request: an item names it, or it is the declarations and an item is about
 * state aid, because that declaration is signed again.
 */
export const mayChange = (items: readonly Item[], part: Part): boolean =>
  items.some((item) => item.part === part || (item.part === "stateAid" && part === "declarations"));
