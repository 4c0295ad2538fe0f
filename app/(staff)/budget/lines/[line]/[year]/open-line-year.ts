import { notFound } from "next/navigation";
import { cache } from "react";
import * as z from "zod";
import type { StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import type { LineId } from "@/lib/budget/lines";
import { lineYear } from "@/lib/budget/queries/line-year";
import { lineYearSchema } from "@/lib/budget/schema";

export type LineYearParams = Promise<{ line: string; year: string }>;

const before = z.uuid().optional().catch(undefined);

/** Whoever asks, in one of these roles, with the line and year at this address; or the page that does not exist. */
export async function openLineYear(params: LineYearParams, roles: readonly StaffRole[], from?: unknown) {
  const actor = await requireStaff(...roles);
  const { data } = lineYearSchema.safeParse(await params);
  return data ? { actor, view: await readOnce(data.line, data.year, before.parse(from)) } : notFound();
}

const readOnce = cache(async (line: LineId, year: number, from: string | undefined) =>
  lineYear(await requireStaff(), line, year, from),
);
