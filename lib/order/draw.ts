import { createHash, createHmac } from "node:crypto";
import type { Day } from "@/lib/dates";
import type { Cents } from "@/lib/money";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import type { Scheme } from "@/lib/vocabulary/scheme";

/**
 * The draw of a crossing day, which anyone can recompute. The text of the list has one fixed form; its SHA-256 is
 * published together with the SHA-256 of a seed. Once the seed is revealed, list and seed give the order.
 */
export type DrawList = {
  scheme: Scheme;
  line: LineId;
  year: number;
  day: Day;
  /** Case number and requested cents of each application, case numbers ascending. */
  applications: readonly (readonly [caseNumber: number, requestedCents: Cents])[];
};

/** The text of a list: JSON without spaces, its fields and applications in fixed order. */
export const canonical = ({ scheme, line, year, day, applications }: DrawList): string =>
  JSON.stringify({ scheme, line, year, day, applications: [...applications].sort(([a], [b]) => a - b) });

/** Hexadecimal SHA-256 of a text, or of the bytes of a seed. */
export const sha256 = (of: string | Buffer): string => createHash("sha256").update(of).digest("hex");

const SPAN = 2 ** 48;

/**
 * Case numbers in the order of their lots: Fisher–Yates from the last place to the first. The number below `bound` is
 * the first six bytes of HMAC-SHA-256(seed, counter in decimal), counter from 0; numbers in the incomplete last stretch
 * of 2^48 are skipped, so that every order is equally likely. `seed` is hexadecimal.
 */
export function shuffle(caseNumbers: readonly number[], seed: string): number[] {
  const key = Buffer.from(seed, "hex");
  const order = [...caseNumbers].sort((a, b) => a - b);
  let counter = 0;
  const below = (bound: number): number => {
    for (;;) {
      const number = createHmac("sha256", key).update(String(counter++)).digest().readUIntBE(0, 6);
      if (number < SPAN - (SPAN % bound)) return number % bound;
    }
  };
  for (let place = order.length - 1; place > 0; place--) {
    const other = below(place + 1);
    const moved = order[place] as number;
    order[place] = order[other] as number;
    order[other] = moved;
  }
  return order;
}
