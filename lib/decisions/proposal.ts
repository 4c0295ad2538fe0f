import { type Cents, sumCents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardFor } from "@/lib/schemes/award";
import type { Rules } from "@/lib/schemes/rules";
import type { Ground } from "@/lib/vocabulary/grounds";
import type { Outcome } from "@/lib/vocabulary/outcomes";
import type { Track } from "@/lib/vocabulary/scheme";
import { unheard } from "./hearing";

export type Proposal = {
  outcome: Outcome;
  lines: AwardLine[];
  amountCents: Cents;
  grounds: Ground[];
  explanation: string;
};
export type ProposalRefusal =
  | { reason: "unknown-trajectory"; number: number }
  | { reason: "grounds-missing" }
  | { reason: "explanation-missing" }
  | { reason: "not-heard"; grounds: Ground[] };

/**
 * The outcome of granting these trajectories. The amount is computed; anything less than all needs a coded ground and
 * an explanation (Awb 3:46, 4:35).
 */
export function proposalFor(
  rules: Rules,
  requested: readonly { number: number; track: Track }[],
  choice: {
    granted: readonly number[];
    grounds: readonly Ground[];
    explanation: string;
    /** Grounds on which the employer was heard (Awb 4:7). */
    heard: readonly string[];
  },
): Result<Proposal, ProposalRefusal> {
  const unknown = choice.granted.find(
    (number) => !requested.some((trajectory) => trajectory.number === number),
  );
  if (unknown !== undefined) return refuse({ reason: "unknown-trajectory", number: unknown });
  const granted = requested.filter(({ number }) => choice.granted.includes(number));
  const outcome =
    granted.length === 0 ? "refuse" : granted.length < requested.length ? "grant_in_part" : "grant";
  if (outcome !== "grant" && choice.grounds.length === 0) return refuse({ reason: "grounds-missing" });
  if (outcome !== "grant" && choice.explanation === "") return refuse({ reason: "explanation-missing" });
  const missing = outcome === "grant" ? [] : unheard(choice.grounds, choice.heard);
  if (missing.length > 0) return refuse({ reason: "not-heard", grounds: missing });
  const lines = awardFor(rules, granted);
  return ok({
    outcome,
    lines,
    amountCents: sumCents(lines.map((line) => line.amountCents)),
    grounds: outcome === "grant" ? [] : [...choice.grounds],
    explanation: choice.explanation,
  });
}
