import * as z from "zod";

export const REFRESH_QUEUE = "refresh";

/** Updates the work items of this application and of those that share a person, an account or an employer with it. */
export const refreshJobSchema = z.object({ applicationId: z.uuid() });
export type RefreshJob = z.output<typeof refreshJobSchema>;
