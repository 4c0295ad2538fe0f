import { type Cents, cents } from "@/lib/money";

/** One booking on a line, in the order of the ledger: above zero commits money, below zero releases it. */
export type Booking = { id: string; applicationId: string; amountCents: number };

/** The part of one release that a later grant used. */
export type Portion = { applicationId: string; amountCents: Cents };
export type Flow = { release: Booking; portions: Portion[]; leftCents: Cents };

/**
 * Which release paid for which grant. A grant first uses money that was never committed, as far as the committed amount
 * rises above its highest so far; below that mark it uses releases, the oldest first. `committedBefore` (cents) is the
 * amount before the first booking.
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
