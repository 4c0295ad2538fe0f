import * as z from "zod";
import { addDays, type Day, weekdayOf } from "@/lib/dates";
import { isDay } from "@/lib/day";

/**
 * What falls due: the decision (Awb 4:13), an answer of the employer (Awb 4:5, 4:7, 4:8), the next step after a hearing
 * on a lowering, the decision not to treat (Awb 4:5(4)), a reserve list that ends before that (Awb 4:25(2)),
 * the end of a suspension (Awb 4:15), the last day without a penalty (Awb 4:17), the end of the term to object (Awb 6:7).
 */
export const DUE_KINDS = [
  "decision",
  "completion",
  "response",
  "lowering",
  "not_treat",
  "reserve",
  "suspension",
  "penalty",
  "objection",
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Parts of the list, in order: weeks end on Sunday. */
export const HORIZONS = ["overdue", "this_week", "next_two_weeks", "later"] as const;
export type Horizon = (typeof HORIZONS)[number];

/** The part of the list for something that falls due on a day; both days in the Netherlands. */
export function horizonOf(dueOn: Day, today: Day): Horizon {
  const sunday = addDays(today, 7 - weekdayOf(today));
  if (dueOn < today) return "overdue";
  if (dueOn <= sunday) return "this_week";
  return dueOn <= addDays(sunday, 14) ? "next_two_weeks" : "later";
}

/** The name of each kind in an address. */
const KIND_WORDS = {
  decision: "besluit",
  completion: "aanvulling",
  response: "reactie",
  lowering: "verlaging",
  not_treat: "niet-behandelen",
  reserve: "reservelijst",
  suspension: "stilstand",
  penalty: "dwangsom",
  objection: "bezwaar",
} as const satisfies Record<DueKind, string>;

/** Where a page begins: after this day, kind and, within those, a unique text. */
export type DuePlace = { dueOn: Day; kind: DueKind; key: string };
export type DueFilter = { kind?: DueKind; isMine: boolean; after?: DuePlace };

const addressSchema = z.object({
  soort: z.string().optional().catch(undefined),
  van: z.literal("mij").optional().catch(undefined),
  na: z.string().max(80).optional().catch(undefined),
});

/** The list that an address asks for; parameters without meaning are ignored. */
export function readFilter(params: unknown): DueFilter {
  const { soort, van, na } = addressSchema.parse(params);
  const after = na === undefined ? undefined : placeOf(na);
  return {
    isMine: van === "mij",
    kind: DUE_KINDS.find((kind) => KIND_WORDS[kind] === soort),
    ...(after && { after }),
  };
}

const SEPARATOR = "~";

function placeOf(text: string): DuePlace | undefined {
  const [dueOn = "", word, key = ""] = text.split(SEPARATOR);
  const kind = DUE_KINDS.find((known) => KIND_WORDS[known] === word);
  if (!kind || !isDay(dueOn)) return undefined;
  const known = kind === "decision" ? /^\d{15}$/.test(key) : z.uuid().safeParse(key).success;
  return known ? { dueOn, kind, key } : undefined;
}

/** The address of a list. */
export function hrefOf({ kind, isMine, after }: DueFilter): string {
  const words = new URLSearchParams();
  if (kind) words.set("soort", KIND_WORDS[kind]);
  if (isMine) words.set("van", "mij");
  if (after) words.set("na", [after.dueOn, KIND_WORDS[after.kind], after.key].join(SEPARATOR));
  return words.size === 0 ? "/deadlines" : `/deadlines?${words}`;
}
