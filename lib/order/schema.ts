import * as z from "zod";
import { SCHEMES } from "@/lib/vocabulary/scheme";

/** The day that was on screen when a budget holder pressed the button. */
export const freezeSchema = z.object({ scheme: z.enum(SCHEMES), day: z.iso.date() });
export const revealSchema = z.object({ drawId: z.uuid() });
