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

/** `amountCents`: the amount in the letter that was previewed. */
type Input = z.output<typeof confirmationSchema> & ShownOn & { amountCents?: number };

/**
 * A decider grants the part of the open proposal that still fits and refuses the rest because of the ceiling (Awb
 * 4:25(2)). The amount is computed under the lock, by the policy of the rules version. Refused as `decide` is, when all
 * of it or none of it fits, and when the amount differs from the preview.
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
