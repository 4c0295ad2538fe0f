/** Who handles a case that nobody handles, as the lists of work know it. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";
