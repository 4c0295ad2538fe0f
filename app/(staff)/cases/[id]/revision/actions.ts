"use server";
import { notFound, redirect } from "next/navigation";
import type * as z from "zod";
import type { Staff, StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { confirmRevision } from "@/lib/decisions/commands/confirm-revision";
import { proposeRevision } from "@/lib/decisions/commands/propose-revision";
import { rejectRevision } from "@/lib/decisions/commands/reject-revision";
import { problemOf } from "@/lib/decisions/messages";
import { onRequestSchema, rejectionSchema, revisionSchema, revisionSeenSchema } from "@/lib/decisions/schema";
import { NotFound } from "@/lib/errors";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import type { Result } from "@/lib/result";

export const proposeRevisionAction = async (_previous: FormState, data: FormData) =>
  revise(data, "reviewer", revisionSchema, proposeRevision);

export const proposeOnRequestAction = async (_previous: FormState, data: FormData) =>
  revise(data, "reviewer", onRequestSchema, proposeRevision);

export const confirmRevisionAction = async (_previous: FormState, data: FormData) =>
  revise(data, "decider", revisionSeenSchema, confirmRevision);

export const rejectRevisionAction = async (_previous: FormState, data: FormData) =>
  revise(data, "decider", rejectionSchema, rejectRevision);

async function revise<S extends z.ZodType<{ applicationId: string }>>(
  data: FormData,
  role: StaffRole,
  schema: S,
  command: (actor: Staff, input: z.output<S>) => Promise<Result<unknown, Parameters<typeof problemOf>[0]>>,
): Promise<FormState> {
  const actor = await requireStaff(role);
  const values = rawSection(data);
  const parsed = schema.safeParse(values);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values };
  try {
    const done = await command(actor, parsed.data);
    if (!done.ok) return { problems: [problemOf(done.refusal)], values };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  return redirect(`/cases/${parsed.data.applicationId}`);
}
