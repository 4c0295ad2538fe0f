"use server";
import { notFound, redirect } from "next/navigation";
import type * as z from "zod";
import type { Staff } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { enterDefaultNotice } from "@/lib/deadlines/commands/enter-default-notice";
import { tellDelay } from "@/lib/deadlines/commands/tell-delay";
import { writeDefaultNotice } from "@/lib/deadlines/commands/write-default-notice";
import { writeDelay } from "@/lib/deadlines/commands/write-delay";
import { lateProblemOf } from "@/lib/deadlines/messages";
import { delaySchema, postedNoticeSchema } from "@/lib/deadlines/schema";
import { lookedOverSchema } from "@/lib/decisions/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import type { Result } from "@/lib/result";
import { orNotFound } from "../or-not-found";

type Answer = Promise<Result<unknown, Parameters<typeof lateProblemOf>[0]>>;

export const writeDelayAction = async (_previous: FormState, data: FormData) =>
  write(data, delaySchema, writeDelay, "delay");
export const writeNoticeAction = async (_previous: FormState, data: FormData) =>
  write(data, postedNoticeSchema, writeDefaultNotice, "default-notice");
export const tellDelayAction = async (_previous: FormState, data: FormData) => send(data, tellDelay);
export const enterNoticeAction = async (_previous: FormState, data: FormData) =>
  send(data, enterDefaultNotice);

/** Keeps what the reviewer wrote, and shows it as the employer will read it. */
async function write<S extends z.ZodType<{ applicationId: string }>>(
  data: FormData,
  schema: S,
  command: (actor: Staff, input: z.output<S>) => Answer,
  page: "delay" | "default-notice",
): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = schema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const written = await orNotFound(command(actor, parsed.data));
  return written.ok
    ? redirect(`/cases/${parsed.data.applicationId}/${page}/preview`)
    : { problems: [lateProblemOf(written.refusal)], values: typed };
}

/** Sends what was looked over. */
async function send(
  data: FormData,
  command: (actor: Staff, seen: z.output<typeof lookedOverSchema>) => Answer,
): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const parsed = lookedOverSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const sent = await orNotFound(command(actor, parsed.data));
  return sent.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { problems: [lateProblemOf(sent.refusal)] };
}
