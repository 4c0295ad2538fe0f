import { addMonths, type Day } from "@/lib/dates";
import { type Cents, sumCents } from "@/lib/money";
import type { AidRegulation } from "./regulations";

/** One grant of de-minimis aid to one company of the undertaking; without a number it is the applicant itself. */
export type Aid = {
  grantedOn: Day;
  grantor: string;
  amountCents: Cents;
  regulation: AidRegulation;
  kvkNumber: string | null;
};
/** A grant of this portal that is in force. */
export type OwnGrant = { reference: string; grantedOn: Day; amountCents: Cents };

const MONTHS = 36;

/**
 * The first day that counts for a grant on this day. The same day three years before is included, which is the safe
 * reading.
 */
export const periodStart = (grantOn: Day): Day => addMonths(grantOn, -MONTHS);

/** Grants of this portal that were not also typed: the same day and amount is the same grant. */
export function notTyped(aid: readonly Aid[], own: readonly OwnGrant[]): OwnGrant[] {
  const left = [...aid];
  return own.filter(({ grantedOn, amountCents }) => {
    const place = left.findIndex((row) => row.grantedOn === grantedOn && row.amountCents === amountCents);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/**
 * The aid that counts for a grant on this day, in cents: typed and granted by this portal. Regulation (EU) 2023/2831
 * art. 3(2): all aid to a single undertaking, from all authorities and to all its companies, over the three years
 * before a new grant. Aid for farming and fishery counts as well; aid for services of general economic interest has a
 * ceiling of its own beside this one (art. 5; Regulation (EU) 2023/2832).
 */
export const receivedBefore = (aid: readonly Aid[], own: readonly OwnGrant[], grantOn: Day): Cents =>
  sumCents(
    [...aid, ...notTyped(aid, own)]
      .filter((grant) => !("regulation" in grant) || grant.regulation !== "sgei")
      .filter(({ grantedOn }) => grantedOn >= periodStart(grantOn))
      .map(({ amountCents }) => amountCents),
  );
