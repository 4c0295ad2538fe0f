/** A page that is open says so each half minute; who was not heard of for this long has gone. */
export const PRESENT_SECONDS = 90;

/** Who comes back within this time goes on with the same visit: what was new then is still shown as new. */
export const SAME_VISIT_SECONDS = 300;
