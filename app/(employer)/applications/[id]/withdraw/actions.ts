"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import type { FormState } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";

const withdrawSchema = z.object({ id: z.uuid() });

/** Withdraws a filed application, after confirmation. */
export async function withdrawAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const { data: parsed } = withdrawSchema.safeParse(Object.fromEntries(data));
  if (!parsed) return notFound();
  const withdrawn = await orNotFound(withdrawApplication(actor, { applicationId: parsed.id }));
  if (!withdrawn.ok) return { problems: [problemOf(withdrawn.refusal)] };
  return redirectAndRevalidate(`/applications/${parsed.id}`);
}
