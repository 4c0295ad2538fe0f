import "server-only";
import type * as z from "zod";
import type { Staff } from "@/lib/actor";
import { ceilingOf } from "@/lib/budget/ceiling";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import type { ShownOn } from "@/lib/concepts/shown-date";
import { partialAward } from "@/lib/decisions/partial-award";
import type { confirmationSchema } from "@/lib/decisions/schema";
import { refuse } from "@/lib/result";
import { decide } from "./decide";

/** `amountCents`: what the letter on screen said, when it was looked over. */
type Input = z.output<typeof confirmationSchema> & ShownOn & { amountCents?: number };

/**
 * A decider grants what still fits of the open proposal and refuses the rest because of the ceiling (Awb 4:25(2)), in
 * whole trajectories or to the last cent as the rules version says; the amount is computed under the lock. Refused as
 * `decide` is, when all fits, when nothing does, and when something else fits than was looked over.
 */
export const grantInPart = (actor: Staff, input: Input) =>
  decide(actor, input, async (tx, application, proposal, today) => {
    const leaf = application.lineId;
    const lines = await lockCeilings(tx, ceilingOf(application), application.submittedAt);
    const part = partialAward(proposal, application.rulesVersion, { leaf, lines, today });
    if (part.ok && input.amountCents !== undefined && input.amountCents !== part.value.amountCents)
      return refuse({ reason: "fits-otherwise" });
    return part;
  });
