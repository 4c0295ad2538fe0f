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
 * Mail that is asked for: about which application and, within its kind, about what: the version that a move led to,
 * the id of a message, the number of days that are left. No names, no addresses.
 */
export const mailJobSchema = z.object({
  kind: z.enum(MAIL_KINDS),
  applicationId: z.uuid(),
  about: z.string().regex(/^[\w-]{1,60}$/),
});
export type MailJob = z.output<typeof mailJobSchema>;

/** Whether it announces a letter, which has the same kind and is about the same. */
export const isLetterJob = (job: MailJob): job is LetterJob => isLetterKind(job.kind);

/** What is told once to each address of one application, however often it is asked for: "decision:5". */
export const occasionOf = ({ kind, about }: Pick<MailJob, "kind" | "about">): string => `${kind}:${about}`;
