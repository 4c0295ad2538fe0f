/** Whether the lack of money is the only ground of a decision (Awb 4:25(2)). */
export const isForWantOfMoney = ({ grounds }: { grounds: readonly string[] }): boolean =>
  grounds.length === 1 && grounds[0] === "ceiling";

/** Whether a refusal is for want of money alone: then it is reconsidered, in its old place, when money is released. */
export const isReconsidered = (decision: { outcome: string; grounds: readonly string[] }): boolean =>
  decision.outcome === "refuse" && isForWantOfMoney(decision);
