import * as z from "zod";
import { type Day, isDay } from "@/lib/day";

const words = z.string().trim().max(2000, "too_long").default("");
const day = z
  .string("required")
  .min(1, "required")
  .refine(isDay, "not_a_day")
  .transform((typed): Day => typed);

export const MOST_ITEMS = 20;

/** Form of a request with the chosen items: `words-0`, `listed-0`, and the last day to answer. */
export const requestSchema = (items: number) =>
  z.object({
    dueOn: day,
    ...Object.fromEntries(
      Array.from({ length: items }, (_, place) => [
        [`words-${place}`, words],
        [`listed-${place}`, z.enum(["yes", "no"], "choose")],
      ]).flat(),
    ),
  });

export const replySchema = z.object({ reply: words });
