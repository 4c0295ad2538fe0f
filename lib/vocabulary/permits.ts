/**
 * The residence permits that can be answered, each with whether it ends (Vreemdelingenwet 2000, art. 8 under c and d).
 * Which of them a scheme takes is a parameter of its rules; their words stand in the catalogue, by key.
 */
export const PERMITS = {
  asylum_fixed: { ends: true },
  asylum_indefinite: { ends: false },
} as const satisfies Record<string, { ends: boolean }>;

export type PermitCategory = keyof typeof PERMITS;
export const PERMIT_CATEGORIES = Object.keys(PERMITS) as [PermitCategory, ...PermitCategory[]];

/** Whether a permit has a last day, which then counts; nothing that is chosen yet may have one. */
export const permitEnds = (category: string): boolean =>
  !(category in PERMITS) || PERMITS[category as PermitCategory].ends;
