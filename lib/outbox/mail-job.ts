import * as z from "zod";
import { isLetterKind, LETTER_KINDS } from "@/lib/vocabulary/letter-kinds";
import type { LetterJob } from "./letter-job";

export const MAIL_QUEUE = "mail";

/** Mails that announce no letter. */
const NOTICE_KINDS = [
  "receipt",
  "question",
  "contacts_changed",
  "invitation",
  "reminder",
  "lowering_dropped",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const MAIL_KINDS = [...LETTER_KINDS, ...NOTICE_KINDS] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * A mail to send: its application and, within its kind, its subject: the version that a move led to, the id of a
 * message, the number of days left. No names, no addresses.
 */
export const mailJobSchema = z.object({
  kind: z.enum(MAIL_KINDS),
  applicationId: z.uuid(),
  about: z.string().regex(/^[\w-]{1,60}$/),
});
export type MailJob = z.output<typeof mailJobSchema>;

/** Whether it announces a letter, which has the same kind and is about the same. */
export const isLetterJob = (job: MailJob): job is LetterJob => isLetterKind(job.kind);

/** The occasion, for which each address of one application gets one mail: "decision:5". */
export const occasionOf = ({ kind, about }: Pick<MailJob, "kind" | "about">): string => `${kind}:${about}`;
