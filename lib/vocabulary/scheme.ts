export const SCHEMES = ["werkgeverssubsidie", "startbaan"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** First letters of a reference: "WS-2026-004217-K". No two schemes share them. */
export const REFERENCE_PREFIXES = { werkgeverssubsidie: "WS", startbaan: "SB" } as const satisfies Record<
  Scheme,
  string
>;

export const TRACKS = ["general", "women"] as const;
/** Guidance track of one trajectory: guidance of women is flagged apart and has its own money. */
export type Track = (typeof TRACKS)[number];

/** Line of the budget tree that a scheme's grants are booked on. */
export const leafOf = (scheme: Scheme): string =>
  scheme === "werkgeverssubsidie" ? "werkgeverssubsidie" : "startbaan-experimenten";
