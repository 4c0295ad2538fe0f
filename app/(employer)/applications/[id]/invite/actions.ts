"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { inviteColleague } from "@/lib/filing/commands/invite-colleague";
import { invitationSchema } from "@/lib/filing/invitation";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";

/** Invites a colleague to help; the same address is invited once. */
export async function inviteAction(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  if (!z.uuid().safeParse(id).success) return notFound();
  const typed = rawSection(data);
  const parsed = invitationSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const { colleagueEmail: email } = parsed.data;
  const invited = await orNotFound(inviteColleague(actor, { applicationId: id, email }));
  if (!invited.ok) return { problems: [problemOf(invited.refusal)], values: typed };
  return redirectAndRevalidate(`/applications/${id}/invite?sent=1`);
}
