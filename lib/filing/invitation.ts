import * as z from "zod";

/** Most invitations per draft, because the mail goes to any typed address. */
export const MOST_INVITATIONS = 10;

export const invitationSchema = z.object({
  colleagueEmail: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(200, "too_long")
    .pipe(z.email("not_an_email")),
});
