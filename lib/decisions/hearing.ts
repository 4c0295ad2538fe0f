import type { TrajectoryAmount } from "@/lib/concepts/concept";
import type { Day } from "@/lib/day";
import { sumCents } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal, trajectoriesIn } from "@/lib/schemes/award";
import { type Ground, LOWERING_CODES, type LoweringGround } from "@/lib/vocabulary/grounds";

/** Subject of a hearing: a refusal (Awb 4:7), or a grant that is lowered or withdrawn (Awb 4:8). */
export const INTENTION_KINDS = ["refusal", "lowering"] as const;
export type IntentionKind = (typeof INTENTION_KINDS)[number];

/**
 * Grounds on facts that differ from what the employer stated: a hearing precedes the proposal (Awb 4:7; refusals under
 * 4:35 are no exception, Awb 4:12). Grounds from the employer's own statements, or the ceiling, need no hearing.
 */
const NEEDS_HEARING = [
  "activities_unlikely",
  "obligations_unlikely",
  "poor_accounts",
  "false_data",
  "insolvency",
  "same_person",
  "double_funding",
] as const satisfies readonly Ground[];

/** Days to respond when the official sets no other term, as for a request to complete. Assumption. */
export const RESPONSE_DAYS = 14;

/** The grounds of these on which the employer was not heard yet. */
export const unheard = (grounds: readonly Ground[], heard: readonly string[]): Ground[] =>
  grounds.filter((ground) => NEEDS_HEARING.some((needs) => needs === ground) && !heard.includes(ground));

/** The facts of an intention that decide how far its hearing is. */
export type Told = {
  kind: IntentionKind;
  applicationVersion: number;
  grounds: readonly string[];
  kept: readonly TrajectoryAmount[] | null;
  untilOn: Day;
  respondedAt: Date | null;
  lapsedAt: Date | null;
  droppedAt: Date | null;
};

/** Whether the employer can still respond. */
export const isOpen = ({ respondedAt, lapsedAt, droppedAt }: Told): boolean =>
  !respondedAt && !lapsedAt && !droppedAt;

/** The newest hearing about lowering the decision on this version that ended without being dropped. */
export const heardOnLowering = <T extends Told>(told: readonly T[], version: number): T | undefined =>
  told.findLast(
    (each) =>
      each.kind === "lowering" &&
      each.applicationVersion === version &&
      !each.droppedAt &&
      (each.respondedAt !== null || each.lapsedAt !== null),
  );

/**
 * Whether a lowering to these lines takes back no more than was announced: each trajectory that would stay does, and the
 * whole is not less.
 */
export function isWithin({ kept }: Pick<Told, "kept">, lines: readonly AwardLine[]): boolean {
  const told = kept ?? [];
  const left = trajectoriesIn(lines);
  return (
    told.every(({ trajectory }) => left.includes(trajectory)) &&
    awardTotal(lines) >= sumCents(told.map(({ amountCents }) => amountCents))
  );
}

/** The announced grounds of a lowering, in the order in which letters list them. */
export const groundsOf = ({ grounds }: Pick<Told, "grounds">): LoweringGround[] =>
  LOWERING_CODES.filter((code) => grounds.includes(code));
