"use server";
import { callUp } from "@/lib/decisions/commands/call-up";
import { reconsider } from "@/lib/decisions/commands/reconsider";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { confirmationSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { pressOnCase } from "../case-action";

const BY_REVIEWER = { roles: ["reviewer"], schema: confirmationSchema } as const;

export const takeUpAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, command: takeUp });

export const callUpAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, command: callUp });

export const reconsiderAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, command: reconsider });
