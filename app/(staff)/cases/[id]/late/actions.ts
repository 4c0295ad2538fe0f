"use server";
import { enterDefaultNotice } from "@/lib/deadlines/commands/enter-default-notice";
import { tellDelay } from "@/lib/deadlines/commands/tell-delay";
import { writeDefaultNotice } from "@/lib/deadlines/commands/write-default-notice";
import { writeDelay } from "@/lib/deadlines/commands/write-delay";
import { lateProblemOf } from "@/lib/deadlines/messages";
import { delaySchema, postedNoticeSchema } from "@/lib/deadlines/schema";
import { lookedOverSchema } from "@/lib/decisions/schema";
import type { FormState } from "@/lib/form-state";
import { pressOnCase, submitOnCase } from "../case-action";

const BY_REVIEWER = { roles: ["reviewer"], problemOf: lateProblemOf } as const;

/** Keeps what the reviewer wrote, and shows it as the employer will read it. */
export const writeDelayAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { ...BY_REVIEWER, schema: delaySchema, command: writeDelay, next: "/delay/preview" });

/** As above, of a notice of default that came by post. */
export const writeNoticeAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, {
    ...BY_REVIEWER,
    schema: postedNoticeSchema,
    command: writeDefaultNotice,
    next: "/default-notice/preview",
  });

/** Sends what was looked over. */
export const tellDelayAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: lookedOverSchema, command: tellDelay });

/** Sends what was looked over. */
export const enterNoticeAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { ...BY_REVIEWER, schema: lookedOverSchema, command: enterDefaultNotice });
