import "server-only";
import { readAs } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { dayOf, yearOf } from "@/lib/dates";

const FIRST_YEAR = 2025;

/** The years of the reports: from this one, by the database clock, back to the first. */
export const reportYears = (actor: Staff): Promise<[number, ...number[]]> =>
  readAs(actor, async (_tx, now) => {
    const thisYear = yearOf(dayOf(now));
    return [thisYear, ...Array.from({ length: thisYear - FIRST_YEAR }, (_, back) => thisYear - back - 1)];
  });
