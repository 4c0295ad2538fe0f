import { addDays, type Day } from "@/lib/dates";

/** The end of the reserve list for one application (Awb 4:25(2)): the day in its window, at the latest its last day to decide. */
export const reserveEndsOn = (reserveUntil: Day | null, dueOn: Day): Day =>
  reserveUntil !== null && reserveUntil < dueOn ? reserveUntil : dueOn;

/** The first day on which a refusal for want of money may be proposed: `reserve_is_ending` in `db/rules/calendar.sql`. */
export const refusalsFrom = (endsOn: Day): Day => addDays(endsOn, -14);

/** Assumption: after half a year a new consent is needed. */
const WAIT_WEEKS = 26;

/** The last day of consent to wait when the list would end on this day (Awb 4:15(2)(a)). */
export const waitsUntil = (endsOn: Day): Day => addDays(endsOn, 7 * WAIT_WEEKS);
