/** Whether a refusal is for want of money alone: then it is reconsidered, in its old place, when money is released. */
export const isReconsidered = (decision: { outcome: string; grounds: readonly string[] }): boolean =>
  decision.outcome === "refuse" && decision.grounds.length === 1 && decision.grounds[0] === "ceiling";
