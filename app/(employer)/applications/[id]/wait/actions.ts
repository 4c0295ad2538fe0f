"use server";
import { notFound } from "next/navigation";
import type * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import type { Employer } from "@/lib/actor";
import { requireEmployer } from "@/lib/auth/session";
import { agreeToWait, stopWaiting, type WaitRefusal } from "@/lib/deadlines/commands/wait";
import { ownNoticeSchema } from "@/lib/deadlines/schema";
import { type FormState, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import type { Result } from "@/lib/result";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";

export const waitAction = async (_previous: FormState, data: FormData) => choose(data, agreeToWait);
export const stopWaitingAction = async (_previous: FormState, data: FormData) => choose(data, stopWaiting);

async function choose(
  data: FormData,
  command: (
    actor: Employer,
    input: z.output<typeof ownNoticeSchema>,
  ) => Promise<Result<unknown, WaitRefusal | { reason: "not-suspended" }>>,
): Promise<FormState> {
  const actor = await requireEmployer();
  const parsed = ownNoticeSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const chosen = await orNotFound(command(actor, parsed.data));
  return chosen.ok
    ? redirectAndRevalidate(`/applications/${parsed.data.applicationId}`)
    : { problems: [problemOf(chosen.refusal)] };
}
