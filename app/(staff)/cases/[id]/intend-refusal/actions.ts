"use server";
import { intendRefusal } from "@/lib/decisions/commands/intend-refusal";
import { lapseResponse } from "@/lib/decisions/commands/lapse-response";
import { writeIntention } from "@/lib/decisions/commands/write-intention";
import { confirmationSchema, intentionSchema, lookedOverSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { pressOnCase, submitOnCase } from "../case-action";

const BY_REVIEWER = { roles: ["reviewer"] } as const;

/** Keeps the concept of an intended refusal, and shows the preview. */
export const writeIntentionAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, {
    ...BY_REVIEWER,
    schema: intentionSchema,
    command: writeIntention,
    next: "/intend-refusal/preview",
  });

/** Sends the previewed letter. */
export const intendRefusalAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: lookedOverSchema, command: intendRefusal });

export const lapseResponseAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: confirmationSchema, command: lapseResponse });
