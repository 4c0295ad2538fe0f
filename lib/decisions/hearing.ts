import type { Day } from "@/lib/day";
import { type Ground, LOWERING_CODES, type LoweringGround } from "@/lib/vocabulary/grounds";

/** What the employer is heard on: a refusal (Awb 4:7), or a grant that is lowered or withdrawn (Awb 4:8). */
export const INTENTION_KINDS = ["refusal", "lowering"] as const;
export type IntentionKind = (typeof INTENTION_KINDS)[number];

/**
 * Grounds that rest on facts which differ from what the employer stated himself: he is heard before they are proposed
 * (Awb 4:7; refusals under 4:35 are no exception, Awb 4:12). What follows from his own statements, or from the
 * ceiling, needs no hearing.
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

/** Days to respond, when the official sets no other: as for a request to complete. Assumption. */
export const RESPONSE_DAYS = 14;

/** Of these grounds, those on which the employer was not heard yet. */
export const unheard = (grounds: readonly Ground[], heard: readonly string[]): Ground[] =>
  grounds.filter((ground) => NEEDS_HEARING.some((needs) => needs === ground) && !heard.includes(ground));

/** What was told to the employer, as far as it matters to how far the hearing is. */
export type Told = {
  kind: IntentionKind;
  applicationVersion: number;
  grounds: readonly string[];
  keep: readonly number[] | null;
  untilOn: Day;
  respondedAt: Date | null;
  lapsedAt: Date | null;
  droppedAt: Date | null;
};

/** Whether the employer can still respond, as far as we are concerned. */
export const isOpen = ({ respondedAt, lapsedAt, droppedAt }: Told): boolean =>
  !respondedAt && !lapsedAt && !droppedAt;

/** The newest thing on which the employer was heard about lowering the decision on this version, and not told that it is off. */
export const heardOnLowering = <T extends Told>(told: readonly T[], version: number): T | undefined =>
  told.findLast(
    (each) =>
      each.kind === "lowering" &&
      each.applicationVersion === version &&
      !each.droppedAt &&
      (each.respondedAt !== null || each.lapsedAt !== null),
  );

/** Whether these trajectories all stay, or more than these: what goes is no more than he was told. */
export const isWithin = (heard: Pick<Told, "keep">, keep: readonly number[]): boolean =>
  (heard.keep ?? []).every((number) => keep.includes(number));

/** The grounds of a lowering that were told, in the order in which letters list them. */
export const groundsOf = ({ grounds }: Pick<Told, "grounds">): LoweringGround[] =>
  LOWERING_CODES.filter((code) => grounds.includes(code));
