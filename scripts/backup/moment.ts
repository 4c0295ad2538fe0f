import { Temporal } from "temporal-polyfill";
import { ZONE } from "@/lib/day";

/** A moment as an operator writes it, such as "2026-11-30 17:10:05": Dutch time unless it names an offset or Z. */
export function momentOf(text: string): Date | undefined {
  for (const read of [
    () => Temporal.Instant.from(text),
    () => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE),
  ])
    try {
      return new Date(read().epochMilliseconds);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  return undefined;
}
