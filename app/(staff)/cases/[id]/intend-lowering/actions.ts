"use server";
import { notFound, redirect } from "next/navigation";
import type * as z from "zod";
import type { Staff } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { dropLowering, lapseLowering } from "@/lib/decisions/commands/end-lowering";
import { intendLowering } from "@/lib/decisions/commands/intend-lowering";
import { writeLowering } from "@/lib/decisions/commands/write-lowering";
import { problemOf } from "@/lib/decisions/messages";
import { confirmationSchema, lookedOverSchema, loweringSchema } from "@/lib/decisions/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import type { Result } from "@/lib/result";
import { orNotFound } from "../or-not-found";

/** Keeps what the reviewer wrote, and shows it as the employer will read it. */
export async function writeLoweringAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = loweringSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const written = await orNotFound(writeLowering(actor, parsed.data));
  return written.ok
    ? redirect(`/cases/${parsed.data.applicationId}/intend-lowering/preview`)
    : { problems: [problemOf(written.refusal)], values: typed };
}

/** Sends what was looked over. */
export const intendLoweringAction = async (_previous: FormState, data: FormData) =>
  press(data, lookedOverSchema, intendLowering);
export const lapseLoweringAction = async (_previous: FormState, data: FormData) =>
  press(data, confirmationSchema, lapseLowering);
export const dropLoweringAction = async (_previous: FormState, data: FormData) =>
  press(data, confirmationSchema, dropLowering);

async function press<S extends z.ZodType<{ applicationId: string }>>(
  data: FormData,
  schema: S,
  command: (actor: Staff, seen: z.output<S>) => Promise<Result<unknown, Parameters<typeof problemOf>[0]>>,
): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const parsed = schema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const done = await orNotFound(command(actor, parsed.data));
  return done.ok ? redirect(`/cases/${parsed.data.applicationId}`) : { problems: [problemOf(done.refusal)] };
}
