import { type Cents, cents } from "@/lib/money";

/** One booking on a line, in the order of the ledger: above zero ties money, below zero sets it free. */
export type Booking = { id: string; applicationId: string; amountCents: number };

/** Money of one release that came to a later grant. */
export type Portion = { applicationId: string; amountCents: Cents };
export type Flow = { release: Booking; portions: Portion[]; leftCents: Cents };

/**
 * Which release fed which grant. A grant first uses money that was never tied, as far as what is committed rises above
 * its highest so far; only what stays below that mark is money that came free, and the oldest release goes first.
 * `committedBefore` (cents) is what was committed before the first booking.
 */
export function flowOf(bookings: readonly Booking[], committedBefore = 0): Flow[] {
  const flows: { release: Booking; portions: Portion[]; left: number }[] = [];
  let committed = committedBefore;
  let mark = committedBefore;
  for (const booking of bookings) {
    const { amountCents, applicationId } = booking;
    committed += amountCents;
    if (amountCents < 0) flows.push({ release: booking, portions: [], left: -amountCents });
    else feed(flows, applicationId, amountCents - Math.max(0, committed - mark));
    mark = Math.max(mark, committed);
  }
  return flows.map(({ release, portions, left }) => ({ release, portions, leftCents: cents(left) }));
}

function feed(flows: { portions: Portion[]; left: number }[], applicationId: string, amount: number): void {
  let needed = amount;
  for (const flow of flows) {
    const taken = Math.min(flow.left, needed);
    if (taken === 0) continue;
    flow.left -= taken;
    needed -= taken;
    const known = flow.portions.find((portion) => portion.applicationId === applicationId);
    if (known) known.amountCents = cents(known.amountCents + taken);
    else flow.portions.push({ applicationId, amountCents: cents(taken) });
  }
}
