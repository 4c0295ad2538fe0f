import { moveOf, revisionOf } from "@/lib/decisions/revision";
import type { CaseView } from "@/lib/screens/queries/read-case";

/** The open revision of a decision with its kind, when there is one. */
export function openRevision({ proposals, decision, awardedCents }: CaseView) {
  const [proposal] = proposals;
  const isLater = proposal && decision && proposal.id !== decision.proposalId && !proposal.returnedAt;
  if (!isLater || proposal.proposedAt <= decision.decidedAt) return undefined;
  const revision = revisionOf(proposal.amountCents, awardedCents);
  return { proposal, revision, move: moveOf(revision, proposal.outcome) };
}
