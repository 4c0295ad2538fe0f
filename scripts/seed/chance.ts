import { randomFillSync } from "node:crypto";

/** A seeded random generator: the same seed gives the same numbers from 0 up to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of these, by weight. */
export function pick<T>(random: () => number, weighted: readonly (readonly [T, number])[]): T {
  let left = random() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new RangeError("nothing to pick from");
}

const noise = Buffer.alloc(16 * 4096);
let used = noise.length;

/** Version 7 UUID of a moment in milliseconds: sorts by time, as the database's own. */
export function uuidAt(moment: number): string {
  if (used === noise.length) {
    randomFillSync(noise);
    used = 0;
  }
  const bytes = noise.subarray(used, used + 16);
  used += 16;
  bytes.writeUIntBE(Math.floor(moment), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
