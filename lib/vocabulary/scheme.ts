export const SCHEMES = ["werkgeverssubsidie", "startbaan"] as const;
export type Scheme = (typeof SCHEMES)[number];

export const TRACKS = ["general", "women"] as const;
/** Guidance track of one trajectory: guidance of women is flagged apart and has its own money. */
export type Track = (typeof TRACKS)[number];

/** Line of the budget tree that a scheme's grants are booked on. */
export const leafOf = (scheme: Scheme): string =>
  scheme === "werkgeverssubsidie" ? "werkgeverssubsidie" : "startbaan-experimenten";
