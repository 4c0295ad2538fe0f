"use server";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { giveDefaultNotice } from "@/lib/deadlines/commands/give-default-notice";
import { ownNoticeSchema } from "@/lib/deadlines/schema";
import { type FormState, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";

export async function giveNoticeAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const parsed = ownNoticeSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const given = await orNotFound(giveDefaultNotice(actor, parsed.data));
  return given.ok
    ? redirectAndRevalidate(`/applications/${parsed.data.applicationId}`)
    : { problems: [problemOf(given.refusal)] };
}
