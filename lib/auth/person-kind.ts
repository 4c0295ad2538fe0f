/** Who signs in, and through which of the two providers. */
const PERSON_KINDS = ["employer", "staff"] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export function isPersonKind(value: unknown): value is PersonKind {
  return PERSON_KINDS.some((kind) => kind === value);
}
