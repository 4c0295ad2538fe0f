"use server";
import { handOverCase } from "@/lib/cases/commands/hand-over-case";
import { releaseCase } from "@/lib/cases/commands/release-case";
import { takeOnCase } from "@/lib/cases/commands/take-on-case";
import { caseSchema, handOverSchema } from "@/lib/cases/schema";
import type { FormState } from "@/lib/form-state";
import { pressOnCase, submitOnCase } from "../case-action";

const BY_REVIEWER = { roles: ["reviewer"] } as const;

export const claimAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: caseSchema, command: takeOnCase });

export const releaseAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: caseSchema, command: releaseCase });

export const handOverAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { ...BY_REVIEWER, schema: handOverSchema, command: handOverCase });
