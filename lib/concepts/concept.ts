import type { Item } from "@/lib/answers/completion-item";
import type { Day } from "@/lib/day";
import type { LetterKind } from "@/lib/vocabulary/letter-kinds";
import type { SuspensionGround } from "@/lib/vocabulary/suspension-grounds";

/** Letters that a reviewer writes, looks over as the employer will read them, and then sends. */
export const CONCEPT_KINDS = [
  "completion_request",
  "intended_refusal",
  "intended_lowering",
  "delay_notice",
  "default_notice",
  "suspension",
] as const satisfies readonly LetterKind[];
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** Why we mean to do something, and until when one can respond. */
type Hearing = { grounds: string[]; explanation: string; untilOn: Day };

/** What is written for each, before it is sent. */
export type ConceptContent = {
  completion_request: { items: Item[]; dueOn: Day };
  intended_refusal: Hearing;
  /** About the decision on this version. */
  intended_lowering: Hearing & { keep: number[]; version: number };
  delay_notice: { expectedOn: Day; reason: string };
  default_notice: { receivedOn: Day };
  suspension: { ground: SuspensionGround; resumesOn: Day; reason: string };
};

/** What would be sent is not what was looked over: it was written anew meanwhile, or sent. */
export type Rewritten = { reason: "rewritten" };
