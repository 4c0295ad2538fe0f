"use server";
import { dropLowering, lapseLowering } from "@/lib/decisions/commands/end-lowering";
import { intendLowering } from "@/lib/decisions/commands/intend-lowering";
import { writeLowering } from "@/lib/decisions/commands/write-lowering";
import { confirmationSchema, lookedOverSchema, loweringSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { pressOnCase, submitOnCase } from "../case-action";

const BY_REVIEWER = { roles: ["reviewer"] } as const;

/** Keeps the concept of an intended lowering, and shows the preview. */
export const writeLoweringAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, {
    ...BY_REVIEWER,
    schema: loweringSchema,
    command: writeLowering,
    next: "/intend-lowering/preview",
  });

/** Sends the previewed letter. */
export const intendLoweringAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: lookedOverSchema, command: intendLowering });

export const lapseLoweringAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: confirmationSchema, command: lapseLowering });

export const dropLoweringAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: confirmationSchema, command: dropLowering });
