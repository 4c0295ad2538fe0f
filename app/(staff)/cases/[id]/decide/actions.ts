"use server";
import { decide } from "@/lib/decisions/commands/decide";
import { grantInPart } from "@/lib/decisions/commands/grant-in-part";
import { reserve } from "@/lib/decisions/commands/reserve";
import { returnProposal } from "@/lib/decisions/commands/return-proposal";
import { decisionSeenSchema, partSchema, returnSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { pressOnCase, submitOnCase } from "../case-action";

const BY_DECIDER = { roles: ["decider"] } as const;

export const decideAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_DECIDER, schema: decisionSeenSchema, command: decide });

export const grantInPartAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_DECIDER, schema: partSchema, command: grantInPart });

export const reserveAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_DECIDER, schema: decisionSeenSchema, command: reserve });

export const returnAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { ...BY_DECIDER, schema: returnSchema, command: returnProposal });
