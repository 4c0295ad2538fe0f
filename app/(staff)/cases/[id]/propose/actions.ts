"use server";
import { propose } from "@/lib/decisions/commands/propose";
import { proposalSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { submitOnCase } from "../case-action";

export const proposeAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { roles: ["reviewer"], schema: proposalSchema, command: propose });
