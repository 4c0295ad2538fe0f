import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as z from "zod";
import type { StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { lineYear } from "@/lib/budget/queries/line-year";
import { lineYearSchema } from "@/lib/budget/schema";
import type { LineId } from "@/lib/vocabulary/budget-lines";

export type LineYearParams = Promise<{ line: string; year: string }>;

const before = z.uuid().optional().catch(undefined);

/** An official with one of these roles, and the line and year at this address; otherwise the not-found page. */
export async function openLineYear(params: LineYearParams, roles: readonly StaffRole[], from?: unknown) {
  const actor = await requireStaff(...roles);
  const { data } = lineYearSchema.safeParse(await params);
  return data ? { actor, view: await readOnce(data.line, data.year, before.parse(from)) } : notFound();
}

const readOnce = cache(async (line: LineId, year: number, from: string | undefined) =>
  lineYear(await requireStaff(), line, year, from),
);

/** The same for the page of a change of this kind, with its words. */
export async function openChange(
  params: LineYearParams,
  kind: "amount" | "release" | "resolution" | "transfer",
) {
  const [{ view }, t, name] = await Promise.all([
    openLineYear(params, ["budget_holder"]),
    getTranslations("ceilings"),
    getTranslations("budget.names"),
  ]);
  const of = { line: name(view.line), year: String(view.year) };
  return { view, t, title: t(`${kind}.title`, of), back: t("line.title", of) };
}
