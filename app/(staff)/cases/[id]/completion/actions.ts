"use server";
import { notFound, redirect } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { requireStaff } from "@/lib/auth/session";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { requestCompletion } from "@/lib/completion/commands/request-completion";
import { writeRequest } from "@/lib/completion/commands/write-request";
import { MOST_ITEMS, requestSchema } from "@/lib/completion/schema";
import { confirmationSchema, lookedOverSchema } from "@/lib/decisions/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { pressOnCase } from "../case-action";

const BY_REVIEWER = { roles: ["reviewer"] } as const;

const targetSchema = confirmationSchema.extend({ keys: z.array(z.string().max(100)).max(MOST_ITEMS) });

/** Keeps the concept of a request for the chosen points, and shows the preview. */
export async function writeRequestAction(
  target: z.input<typeof targetSchema>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const { data: seen } = targetSchema.safeParse(target);
  if (!seen) return notFound();
  const typed = rawSection(data);
  const parsed = requestSchema(seen.keys.length).safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const { dueOn, ...written } = parsed.data as { dueOn: string } & Record<string, string>;
  const items = seen.keys.map((key, place) => ({
    key,
    words: written[`words-${place}`] ?? "",
    listed: written[`listed-${place}`] === "yes",
  }));
  const { applicationId, version } = seen;
  const kept = await orNotFound(writeRequest(actor, { applicationId, version, items, dueOn }));
  if (!kept.ok) return { problems: [problemOf(kept.refusal)], values: typed };
  return redirect(`/cases/${applicationId}/completion/preview`);
}

/** Sends the previewed request. */
export const requestCompletionAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: lookedOverSchema, command: requestCompletion });

/** Records that the time to complete passed without an answer. */
export const lapseAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: confirmationSchema, command: lapseCompletion });
