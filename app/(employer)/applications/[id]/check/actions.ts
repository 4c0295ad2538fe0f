"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import type { FormState } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";

const submitSchema = z.object({ id: z.uuid(), answersVersion: z.coerce.number().int().positive() });

/** Files the answers on screen; repeating the request leads to the same receipt. */
export async function submitAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const { data: parsed } = submitSchema.safeParse(Object.fromEntries(data));
  if (!parsed) return notFound();
  const { id, answersVersion } = parsed;
  const filed = await orNotFound(submitApplication(actor, { applicationId: id, answersVersion }));
  if (!filed.ok) return { problems: [problemOf(filed.refusal)] };
  return redirectAndRevalidate(`/applications/${id}/receipt`);
}
