import type { Item } from "@/lib/answers/completion-item";
import type { Day } from "@/lib/day";
import type { Cents } from "@/lib/money";
import type { LetterKind } from "@/lib/vocabulary/letter-kinds";
import type { SuspensionGround } from "@/lib/vocabulary/suspension-grounds";

/** Letters that a reviewer writes and previews before sending. */
export const CONCEPT_KINDS = [
  "completion_request",
  "intended_refusal",
  "intended_lowering",
  "delay_notice",
  "default_notice",
  "suspension",
] as const satisfies readonly LetterKind[];
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** The explanation of an intention, and the last day to respond. */
type Hearing = { grounds: string[]; explanation: string; untilOn: Day };

/** The amount of one trajectory, in cents. */
export type TrajectoryAmount = { trajectory: number; amountCents: Cents };

/** The content of each concept, before it is sent. */
export type ConceptContent = {
  completion_request: { items: Item[]; dueOn: Day };
  intended_refusal: Hearing;
  /** What would stay of each trajectory, and the version whose decision it is about. */
  intended_lowering: Hearing & { kept: TrajectoryAmount[]; version: number };
  delay_notice: { expectedOn: Day; reason: string };
  default_notice: { receivedOn: Day };
  suspension: { ground: SuspensionGround; resumesOn: Day; reason: string };
};

/** The concept was rewritten or sent since the preview. */
export type Rewritten = { reason: "rewritten" };
