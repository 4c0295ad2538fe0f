import type { Revision } from "@/lib/decisions/revision";
import type { CaseView } from "@/lib/screens/queries/read-case";

/** The open revision of a decision with its kind, when there is one. */
export function openRevision({ proposals, decision, awardedCents }: CaseView) {
  const [proposal] = proposals;
  const isLater = proposal && decision && proposal.id !== decision.proposalId && !proposal.returnedAt;
  if (!isLater || proposal.proposedAt <= decision.decidedAt) return undefined;
  const revision: Revision = proposal.amountCents > (awardedCents ?? 0) ? "grant_on_objection" : "lower";
  return { proposal, revision };
}
