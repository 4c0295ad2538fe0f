import { allocate, type CeilingReached, type LineYear } from "@/lib/budget/allocation";
import type { Day } from "@/lib/dates";
import { wordsOf } from "@/lib/i18n/words";
import { type Cents, formatMoney } from "@/lib/money";
import { ceilingPolicyOf, partThatFits } from "@/lib/order/ceiling-policy";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal } from "@/lib/schemes/award";
import type { Outcome } from "@/lib/vocabulary/outcomes";

/** The outcome of a decision, as proposed or as computed instead. */
export type Content = {
  outcome: Outcome;
  lines: AwardLine[];
  amountCents: Cents;
  grounds: string[];
  explanation: string;
};

type Budget = { leaf: string; lines: readonly LineYear[]; today: Day };

/**
 * The part of a proposal that the ceilings have room for, with the rest refused because of the ceiling (Awb 4:25(2)),
 * by the policy of the rules version. Refused when all of it fits, and when none does.
 */
export function partialAward(
  proposal: Pick<Content, "lines" | "grounds" | "explanation">,
  rulesVersion: string,
  { leaf, lines: ceilings, today }: Budget,
): Result<Content, { reason: "all-fits" } | CeilingReached> {
  const whole = allocate(proposal.lines, leaf, ceilings, today);
  if (whole.ok) return refuse({ reason: "all-fits" });
  const lines = partThatFits(proposal.lines, leaf, ceilings, today, ceilingPolicyOf(rulesVersion).lastInRank);
  if (lines.length === 0 || whole.refusal.reason !== "ceiling-reached") return whole;
  const amountCents = awardTotal(lines);
  const { line, year } = whole.refusal;
  const words = {
    line: wordsOf("budget")(`names.${line}` as Parameters<ReturnType<typeof wordsOf<"budget">>>[0]),
    year: String(year),
    amount: formatMoney(amountCents),
  };
  const computed = wordsOf("letters")("decision.atCeiling", words);
  return ok({
    outcome: "grant_in_part",
    lines,
    amountCents,
    grounds: [...new Set([...proposal.grounds, "ceiling"])],
    explanation: [proposal.explanation, computed].filter(Boolean).join("\n\n"),
  });
}
