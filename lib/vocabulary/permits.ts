/**
 * The residence permits that can be chosen, each with whether it ends (Vreemdelingenwet 2000, art. 8 under c and d). A
 * scheme's rules say which it takes; their words are in the catalogue, by key.
 */
export const PERMITS = {
  asylum_fixed: { ends: true },
  asylum_indefinite: { ends: false },
} as const satisfies Record<string, { ends: boolean }>;

export type PermitCategory = keyof typeof PERMITS;
export const PERMIT_CATEGORIES = Object.keys(PERMITS) as [PermitCategory, ...PermitCategory[]];

/** Whether a permit has a last day; before a choice it may not have one. */
export const permitEnds = (category: string): boolean =>
  !(category in PERMITS) || PERMITS[category as PermitCategory].ends;
