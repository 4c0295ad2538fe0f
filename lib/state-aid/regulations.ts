/**
 * The de-minimis regulations: (EU) 2023/2831, with lower ceilings of their own for farming (1408/2013) and fishery
 * (717/2014), and 2023/2832 for services of general interest.
 */
export const AID_REGULATIONS = ["general", "agriculture", "fishery", "sgei"] as const;
export type AidRegulation = (typeof AID_REGULATIONS)[number];
export const AID_SECTORS = ["general", "agriculture", "fishery"] as const;
export type AidSector = (typeof AID_SECTORS)[number];

/** The regulation under which a grant to an undertaking of this sector is de-minimis aid. */
export const AID_TITLES = {
  general: "Verordening (EU) 2023/2831",
  agriculture: "Verordening (EU) 1408/2013",
  fishery: "Verordening (EU) 717/2014",
} as const satisfies Record<AidSector, string>;
