"use server";
import { redirect } from "next/navigation";
import * as z from "zod";
import { startApplication } from "@/lib/applications/commands/start-application";
import { problemOf } from "@/lib/applications/messages";
import { requireEmployer } from "@/lib/auth/session";
import type { FormState } from "@/lib/form-state";
import { orNotFound } from "../or-not-found";

const startSchema = z.object({ windowId: z.string().min(1).max(100) });

/** Starts a draft, or goes on with the one there is. */
export async function startAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const parsed = startSchema.safeParse(Object.fromEntries(data));
  if (!parsed.success) return { problems: [{ field: "", code: "unknown" }] };

  const started = await orNotFound(startApplication(actor, parsed.data.windowId));
  if (started.ok) redirect(`/applications/${started.value.applicationId}`);
  if (started.refusal.reason === "exists") redirect(`/applications/${started.refusal.applicationId}`);
  return { problems: [problemOf(started.refusal)] };
}
