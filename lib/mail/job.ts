import * as z from "zod";

export const MAIL_QUEUE = "mail";
export const MAIL_KINDS = ["receipt", "decision"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Mail that is asked for: about which application, as which move brought it about. No names, no addresses. */
export const mailJobSchema = z.object({
  kind: z.enum(MAIL_KINDS),
  applicationId: z.uuid(),
  applicationVersion: z.number().int().positive(),
});
export type MailJob = z.output<typeof mailJobSchema>;
