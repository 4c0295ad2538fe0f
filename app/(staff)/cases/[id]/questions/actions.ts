"use server";
import { askQuestion } from "@/lib/correspondence/commands/ask-question";
import { questionSchema } from "@/lib/correspondence/question";
import type { FormState } from "@/lib/form-state";
import { submitOnCase } from "../case-action";

/** Asks or answers, for the ministry. */
export const askAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, {
    roles: ["reviewer", "decider"],
    schema: questionSchema,
    command: askQuestion,
    next: "/questions",
  });
