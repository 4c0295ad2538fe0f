"use server";
import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { addEquatedDay } from "@/lib/calendar/commands/add-equated-day";
import { removeEquatedDay } from "@/lib/calendar/commands/remove-equated-day";
import { equatedDayOnlySchema, equatedDaySchema } from "@/lib/calendar/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";

export async function addDayAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("budget_holder");
  const typed = rawSection(data);
  const parsed = equatedDaySchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const added = await addEquatedDay(actor, parsed.data);
  return added.ok
    ? redirect("/deadlines/equated-days")
    : { problems: [problemOf(added.refusal)], values: typed };
}

export async function removeDayAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("budget_holder");
  const parsed = equatedDayOnlySchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const removed = await removeEquatedDay(actor, parsed.data);
  return removed.ok ? redirect("/deadlines/equated-days") : { problems: [problemOf(removed.refusal)] };
}
