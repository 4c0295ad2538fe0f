import { type Item, keyOf, WHOLE_PART } from "@/lib/answers/completion-item";
import { endOfDays } from "@/lib/calendar/atw";
import type { EquatedDays } from "@/lib/calendar/equated-days";
import { addDays, type Day, daysBetween } from "@/lib/dates";
import { ok, type Result, refuse } from "@/lib/result";

/** Days to answer unless the reviewer chooses others, as in practice; the bounds are an assumption. */
const USUAL_DAYS = 14;
const FEWEST_DAYS = 7;
const MOST_DAYS = 56;

export type RequestRefusal =
  | { reason: "nothing-asked" }
  | { reason: "words-missing"; field: `words-${number}`; number: number }
  | { reason: "deadline-too-soon"; earliest: Day }
  | { reason: "deadline-too-late"; latest: Day };

/** Default last day to answer: two weeks, ending on an ordinary day (Atw art. 1). */
export const usualDeadline = (today: Day, equated?: EquatedDays): Day =>
  endOfDays(today, USUAL_DAYS, equated);

/**
 * A request that may be sent today: it has items, each once, in words where no question of the form says it, and a last
 * day (without one the term is not suspended), which is moved to an ordinary day.
 */
export function decideRequest(
  asked: { items: readonly Item[]; dueOn: Day },
  today: Day,
  equated?: EquatedDays,
): Result<{ items: Item[]; dueOn: Day }, RequestRefusal> {
  const items = asked.items.filter(
    (item, place) => asked.items.findIndex((other) => keyOf(other) === keyOf(item)) === place,
  );
  if (items.length === 0) return refuse({ reason: "nothing-asked" });
  const wordless = items.findIndex(
    ({ words, field, listed }) => words === "" && (field === WHOLE_PART || !listed),
  );
  if (wordless >= 0)
    return refuse({ reason: "words-missing", field: `words-${wordless}`, number: wordless + 1 });
  const earliest = addDays(today, FEWEST_DAYS);
  const latest = addDays(today, MOST_DAYS);
  if (asked.dueOn < earliest) return refuse({ reason: "deadline-too-soon", earliest });
  if (asked.dueOn > latest) return refuse({ reason: "deadline-too-late", latest });
  return ok({ items, dueOn: endOfDays(today, daysBetween(today, asked.dueOn), equated) });
}
