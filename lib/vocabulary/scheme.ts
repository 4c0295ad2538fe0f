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
