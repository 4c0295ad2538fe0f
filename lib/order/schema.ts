import * as z from "zod";
import { ceilingSchema } from "@/lib/budget/ceiling";

/** The day that was on screen when a budget holder pressed the button. */
export const freezeSchema = z.object({ ceiling: ceilingSchema, day: z.iso.date() });
export const revealSchema = z.object({ drawId: z.uuid() });
