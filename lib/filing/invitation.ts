import * as z from "zod";

/** Most colleagues that may be asked to help with one draft: mail leaves for whatever address is typed. */
export const MOST_INVITATIONS = 10;

export const invitationSchema = z.object({
  colleagueEmail: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(200, "too_long")
    .pipe(z.email("not_an_email")),
});
