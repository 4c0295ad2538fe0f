import "server-only";
import type * as z from "zod";
import type { Staff } from "@/lib/actor";
import { allocate } from "@/lib/budget/allocation";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import { yearOf } from "@/lib/dates";
import type { confirmationSchema } from "@/lib/decisions/schema";
import { wordsOf } from "@/lib/i18n/words";
import { formatMoney } from "@/lib/money";
import { ceilingPolicyOf, partThatFits } from "@/lib/order/ceiling-policy";
import { ok, refuse } from "@/lib/result";
import { awardTotal } from "@/lib/schemes/award";
import { leafOf } from "@/lib/schemes/scheme";
import { decide } from "./decide";

/**
 * A decider grants what still fits of the open proposal and refuses the rest because of the ceiling (Awb 4:25(2)), in
 * whole trajectories or to the last cent as the rules version says; the amount is computed under the lock. Refused as
 * `decide` is, when all fits, and when nothing does.
 */
export const grantWhatFits = (actor: Staff, input: z.output<typeof confirmationSchema>) =>
  decide(actor, input, async (tx, application, proposal, today) => {
    const leaf = leafOf(application.scheme);
    const ceilings = await lockCeilings(tx, leaf, yearOf(today), application.submittedAt);
    const whole = allocate(proposal.lines, leaf, ceilings, today);
    if (whole.ok) return refuse({ reason: "all-fits" });
    const { lastInRank } = ceilingPolicyOf(application.rulesVersion);
    const lines = partThatFits(proposal.lines, leaf, ceilings, today, lastInRank);
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
  });
