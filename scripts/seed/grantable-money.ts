import { allocate, type Entry, type LineYear } from "@/lib/budget/allocation";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";

/** The part of the free money that stays free after seeding. */
const STAYS_FREE = 0.4;

/**
 * The money that seeding may still grant per scheme and year: it books as the portal does, and leaves part of it free.
 */
export class GrantableMoney {
  readonly #lines: Map<string, LineYear>;
  readonly #limit: Map<string, number>;

  constructor(lines: readonly LineYear[]) {
    this.#lines = new Map(lines.map((line) => [`${line.line} ${line.year}`, line]));
    this.#limit = new Map(
      lines.map((line) => [
        `${line.line} ${line.year}`,
        line.committedCents + (line.ceilingCents - line.committedCents) * (1 - STAYS_FREE),
      ]),
    );
  }

  /** The ledger entries of a grant on this day, or undefined when no money is left. */
  grant(award: readonly AwardLine[], leaf: string, year: number, day: Day): Entry[] | undefined {
    const ofYear = [...this.#lines.values()].filter((line) => line.year === year);
    const allocated = allocate(award, leaf, ofYear, day);
    if (!allocated.ok) return undefined;
    const total = award.reduce((sum, line) => sum + line.amountCents, 0);
    const onLeaf = this.#lines.get(`${leaf} ${year}`)?.committedCents ?? 0;
    if (onLeaf + total > (this.#limit.get(`${leaf} ${year}`) ?? 0)) return undefined;
    for (const entry of allocated.value) this.#book(entry);
    return allocated.value;
  }

  #book({ line, year, amountCents }: Entry): void {
    for (let id: string | null = line; id !== null; ) {
      const key: string = `${id} ${year}`;
      const node = this.#lines.get(key);
      if (!node) return;
      const below = this.#lines.get(`${line} ${year}`);
      const frees = below?.earmark && below.parent === id ? amountCents : 0;
      this.#lines.set(key, {
        ...node,
        committedCents: cents(node.committedCents + amountCents),
        reservedCents: cents(Math.max(node.reservedCents - frees, 0)),
      });
      id = node.parent;
    }
  }
}
