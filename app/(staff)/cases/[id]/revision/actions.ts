"use server";
import { confirmRevision } from "@/lib/decisions/commands/confirm-revision";
import { proposeRevision } from "@/lib/decisions/commands/propose-revision";
import { rejectRevision } from "@/lib/decisions/commands/reject-revision";
import { onRequestSchema, rejectionSchema, revisionSchema, revisionSeenSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { submitOnCase } from "../case-action";

const BY_REVIEWER = { roles: ["reviewer"] } as const;
const BY_DECIDER = { roles: ["decider"] } as const;

export const proposeRevisionAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { ...BY_REVIEWER, schema: revisionSchema, command: proposeRevision });

export const proposeOnRequestAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { ...BY_REVIEWER, schema: onRequestSchema, command: proposeRevision });

export const confirmRevisionAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { ...BY_DECIDER, schema: revisionSeenSchema, command: confirmRevision });

export const rejectRevisionAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { ...BY_DECIDER, schema: rejectionSchema, command: rejectRevision });
