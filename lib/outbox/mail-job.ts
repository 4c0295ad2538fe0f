import * as z from "zod";

export const MAIL_QUEUE = "mail";
export const MAIL_KINDS = [
  "receipt",
  "decision",
  "completion_request",
  "question",
  "intended_refusal",
  "intended_lowering",
  "lowering_dropped",
  "invitation",
  "reminder",
  "reserve",
  "delay_notice",
  "default_notice",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Jobs asked for by an earlier release, which wait in the queue for three days at most, name a version. */
function withAbout(job: unknown): unknown {
  if (typeof job !== "object" || job === null || !("applicationVersion" in job)) return job;
  const { applicationVersion, ...others } = job;
  return { ...others, about: String(applicationVersion) };
}

/**
 * Mail that is asked for: about which application and, within its kind, about what: the version that a move led to,
 * the id of a message, the number of days that are left. No names, no addresses.
 */
export const mailJobSchema = z.preprocess(
  withAbout,
  z.object({
    kind: z.enum(MAIL_KINDS),
    applicationId: z.uuid(),
    about: z.string().regex(/^[\w-]{1,60}$/),
  }),
);
export type MailJob = z.output<typeof mailJobSchema>;

/** What is told once to each address of one application, however often it is asked for: "decision:5". */
export const occasionOf = ({ kind, about }: Pick<MailJob, "kind" | "about">): string => `${kind}:${about}`;
