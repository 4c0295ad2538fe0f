/** Whether a refusal is for want of money alone: then it is taken up again, in its old place, when money comes free. */
export const isReconsidered = (decision: { outcome: string; grounds: readonly string[] }): boolean =>
  decision.outcome === "refuse" && decision.grounds.length === 1 && decision.grounds[0] === "ceiling";
