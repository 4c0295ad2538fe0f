"use server";
import { notFound, redirect } from "next/navigation";
import { CASE_READERS } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { removeView } from "@/lib/cases/commands/remove-view";
import { saveView } from "@/lib/cases/commands/save-view";
import { takeNextCase } from "@/lib/cases/commands/take-next-case";
import { listHref, readWords } from "@/lib/cases/list-words";
import { viewNameSchema, viewSchema } from "@/lib/cases/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";

export async function takeNextAction(): Promise<FormState> {
  const actor = await requireStaff("reviewer", "decider");
  const taken = await takeNextCase(actor);
  return redirect(taken ? `/cases/${taken.applicationId}` : "/cases");
}

export async function saveViewAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff(...CASE_READERS);
  const typed = rawSection(data);
  const parsed = viewSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const saved = await saveView(actor, parsed.data);
  if (saved.ok) redirect(`/cases?${saved.value.words}`);
  const { most } = saved.refusal;
  return { problems: [{ field: "viewName", code: "too_many_views", values: { most } }], values: typed };
}

export async function removeViewAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff(...CASE_READERS);
  const typed = rawSection(data);
  const parsed = viewNameSchema.safeParse(typed);
  if (!parsed.success) return notFound();
  await removeView(actor, parsed.data.viewName);
  const back = readWords(Object.fromEntries(new URLSearchParams(String(typed.back ?? ""))), actor);
  redirect(listHref(back));
}
