"use server";
import { redirect } from "next/navigation";
import { requireEmployer } from "@/lib/auth/session";
import { respond } from "@/lib/decisions/commands/respond";
import { problemOf } from "@/lib/decisions/messages";
import { responseSchema } from "@/lib/decisions/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { orNotFound } from "../../../or-not-found";

export async function respondAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const typed = rawSection(data);
  const parsed = responseSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const responded = await orNotFound(respond(actor, parsed.data));
  return responded.ok
    ? redirect(`/applications/${parsed.data.applicationId}`)
    : { problems: [problemOf(responded.refusal)], values: typed };
}
