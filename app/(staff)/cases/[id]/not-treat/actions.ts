"use server";
import { proposeNotTreating } from "@/lib/decisions/commands/propose-not-treating";
import { notTreatingSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { submitOnCase } from "../case-action";

export const notTreatAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, {
    roles: ["reviewer"],
    schema: notTreatingSchema,
    command: proposeNotTreating,
  });
