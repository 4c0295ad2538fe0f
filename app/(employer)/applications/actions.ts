"use server";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { type Beginning, startApplication } from "@/lib/filing/commands/start-application";
import type { FormState } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { forgetCheck, keptCheck } from "@/lib/precheck/commands/keep-check";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";
import { redirectAndRevalidate } from "../redirect-and-revalidate";

const startSchema = z.object({
  windowId: z.string().min(1).max(100),
  scheme: z.enum(SCHEMES),
  copyOf: z.uuid().optional(),
});

/**
 * Starts a draft: as a copy when that is requested, otherwise with the pre-check answers of this browser; or opens the
 * existing draft.
 */
export async function startAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const { data: parsed } = startSchema.safeParse(Object.fromEntries(data));
  if (!parsed) return { problems: [{ field: "", code: "unknown" }] };
  const { windowId, scheme, copyOf } = parsed;
  const beginning = copyOf ? ({ from: "copy", applicationId: copyOf } as const) : await fromPrecheck(scheme);
  const starting = startApplication(actor, windowId, beginning);

  const started = await orNotFound(starting);
  if (!started.ok && started.refusal.reason === "application-exists")
    return redirectAndRevalidate(`/applications/${started.refusal.applicationId}`);
  if (!started.ok) return { problems: [problemOf(started.refusal)] };
  if (!beginning) return redirectAndRevalidate(`/applications/${started.value.applicationId}`);
  if (beginning.from === "precheck") await forgetCheck(scheme);
  return redirectAndRevalidate(`/applications/${started.value.applicationId}?begun=${beginning.from}`);
}

async function fromPrecheck(scheme: Scheme): Promise<Beginning | undefined> {
  const answers = await keptCheck(scheme);
  return answers && { from: "precheck", answers };
}
