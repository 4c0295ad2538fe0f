"use server";
import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { enterDefaultNotice } from "@/lib/deadlines/commands/enter-default-notice";
import { tellDelay } from "@/lib/deadlines/commands/tell-delay";
import { lateProblemOf } from "@/lib/deadlines/messages";
import { delaySchema, postedNoticeSchema } from "@/lib/deadlines/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { orNotFound } from "../or-not-found";

export async function tellDelayAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = delaySchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const told = await orNotFound(tellDelay(actor, parsed.data));
  return told.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { problems: [lateProblemOf(told.refusal)], values: typed };
}

export async function enterNoticeAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = postedNoticeSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const entered = await orNotFound(enterDefaultNotice(actor, parsed.data));
  return entered.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { problems: [lateProblemOf(entered.refusal)], values: typed };
}
