import "server-only";
import { readAs } from "@/db/client";
import { VISITOR } from "@/lib/actor";

/** This moment by the database clock, which decides about windows and days; a web server's own clock may differ. */
export const currentMoment = (): Promise<Date> => readAs(VISITOR, async (_, now) => now);
