import * as z from "zod";
import type { Staff } from "@/lib/actor";
import type { State } from "@/lib/applications/lifecycle";
import { isDay } from "@/lib/day";
import type { Place, WorkFilter } from "@/lib/decisions/queries/work-list";
import { SCHEMES } from "@/lib/schemes/scheme";

export const SHOWN = {
  all: undefined,
  "te-beoordelen": ["submitted", "completion_requested", "in_review", "refusal_intended"],
  "te-beslissen": ["proposed"],
  besloten: ["granted", "partly_granted", "refused", "not_treated", "lowered"],
} as const satisfies Record<string, readonly State[] | undefined>;
export type Shown = keyof typeof SHOWN;

const query = z.object({
  toon: z
    .enum(Object.keys(SHOWN) as [Shown, ...Shown[]])
    .optional()
    .catch(undefined),
  regeling: z.enum(SCHEMES).optional().catch(undefined),
  van: z.literal("mij").optional().catch(undefined),
  na: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_\d+$/)
    .optional()
    .catch(undefined),
});
export type Query = z.output<typeof query>;

/** What the address bar asks for; anything it cannot mean is left out. A decider starts with what waits for a decision. */
export function readQuery(params: unknown, actor: Staff): Query & { toon: Shown } {
  const asked = query.parse(params);
  const start: Shown = actor.roles.includes("reviewer")
    ? "te-beoordelen"
    : actor.roles.includes("decider")
      ? "te-beslissen"
      : "all";
  return { ...asked, toon: asked.toon ?? start };
}

export const filterOf = ({ toon, regeling, van }: Query & { toon: Shown }, actor: Staff): WorkFilter => ({
  scheme: regeling,
  states: SHOWN[toon],
  assigneeId: van && actor.personId,
});

export function placeOf({ na }: Query): Place | undefined {
  const [rankDay = "", caseNumber] = na?.split("_") ?? [];
  return isDay(rankDay) ? { rankDay, caseNumber: Number(caseNumber) } : undefined;
}

/** The address of the list with these words; what is absent is left out. */
export function listHref(words: Query): string {
  const params = new URLSearchParams(
    Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return params.size > 0 ? `/cases?${params}` : "/cases";
}
