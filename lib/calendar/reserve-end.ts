import { addDays, type Day } from "@/lib/dates";

/** The first day on which a refusal for want of money may be proposed: `reserve_is_ending` in `db/rules/calendar.sql`. */
export const refusalsFrom = (endsOn: Day): Day => addDays(endsOn, -14);

/** Assumption: after half a year a new consent is needed. */
const WAIT_WEEKS = 26;

/** The last day of consent to wait when the list would end on this day (Awb 4:15(2)(a)). */
export const waitsUntil = (endsOn: Day): Day => addDays(endsOn, 7 * WAIT_WEEKS);

/** Assumption: four weeks are enough to answer. */
const ANSWER_DAYS = 28;

/** The first day on which an employer who waits can agree again, and is asked to. */
export const asksAgainFrom = (endsOn: Day): Day => addDays(refusalsFrom(endsOn), -ANSWER_DAYS);
