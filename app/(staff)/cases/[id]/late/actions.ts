"use server";
import { endSuspension } from "@/lib/deadlines/commands/end-suspension";
import { enterDefaultNotice } from "@/lib/deadlines/commands/enter-default-notice";
import { suspendTerm } from "@/lib/deadlines/commands/suspend-term";
import { tellDelay } from "@/lib/deadlines/commands/tell-delay";
import { writeDefaultNotice } from "@/lib/deadlines/commands/write-default-notice";
import { writeDelay } from "@/lib/deadlines/commands/write-delay";
import { writeSuspension } from "@/lib/deadlines/commands/write-suspension";
import { delaySchema, ownNoticeSchema, postedNoticeSchema, suspensionSchema } from "@/lib/deadlines/schema";
import { lookedOverSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { pressOnCase, submitOnCase } from "../case-action";

const BY_REVIEWER = { roles: ["reviewer"] } as const;

/** Keeps the concept of a notice of delay, and shows the preview. */
export const writeDelayAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { ...BY_REVIEWER, schema: delaySchema, command: writeDelay, next: "/delay/preview" });

/** As above, for a notice of default that came by post. */
export const writeNoticeAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, {
    ...BY_REVIEWER,
    schema: postedNoticeSchema,
    command: writeDefaultNotice,
    next: "/default-notice/preview",
  });

/** As above, for a suspension. */
export const writeSuspensionAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, {
    ...BY_REVIEWER,
    schema: suspensionSchema,
    command: writeSuspension,
    next: "/suspension/preview",
  });

/** Sends the previewed letter. */
export const tellDelayAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: lookedOverSchema, command: tellDelay });

/** Sends the previewed letter. */
export const enterNoticeAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: lookedOverSchema, command: enterDefaultNotice });

/** Sends the previewed letter. */
export const suspendAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: lookedOverSchema, command: suspendTerm });

/** Ends the suspension today. */
export const endSuspensionAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: ownNoticeSchema, command: endSuspension });
