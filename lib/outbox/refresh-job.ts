import * as z from "zod";

export const REFRESH_QUEUE = "refresh";

/** Look again at this application, and at those it shares a person, an account or an employer with. */
export const refreshJobSchema = z.object({ applicationId: z.uuid() });
export type RefreshJob = z.output<typeof refreshJobSchema>;
