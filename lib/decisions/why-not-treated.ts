import type { Item } from "@/lib/answers/completion-item";
import { itemTitle } from "@/lib/answers/completion-item-title";
import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";

type Asked = {
  items: readonly Pick<Item, "part" | "field">[];
  askedOn: Day;
  dueOn: Day;
  /** Keys of the trajectories, in order of number. */
  trajectoryKeys: readonly string[];
};

/**
 * The request, its last day, and the reviewer's explanation of what is still missing: the reasons of the decision (Awb
 * 3:46).
 */
export function whyNotTreated({ items, askedOn, dueOn, trajectoryKeys }: Asked, missing: string): string {
  const asked = wordsOf("letters")("decision.askedToComplete", {
    askedOn: formatDay(askedOn),
    dueOn: formatDay(dueOn),
  });
  const titles = items.map((item, place) => `${place + 1}. ${itemTitle(item, trajectoryKeys)}`);
  return [asked, ...titles, missing].join("\n");
}
