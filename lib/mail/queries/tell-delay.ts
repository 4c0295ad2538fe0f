import "server-only";
import { and, eq } from "drizzle-orm";
import { delayNotices } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { formatDay } from "@/lib/i18n/format";
import { isUndecided } from "@/lib/vocabulary/undecided";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That the decision comes later, and by when it can be expected; nothing any more once it is there. */
export const tellDelay: Teller = async (tx, { applicationId, about }) => {
  const { application, window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const [delay] = await tx
    .select({ expectedOn: delayNotices.expectedOn })
    .from(delayNotices)
    .where(and(eq(delayNotices.applicationId, applicationId), eq(delayNotices.id, about)));
  if (!delay) throw new NotFound(`notice of delay ${about} for ${applicationId}`);
  if (!isUndecided(application.state)) return undefined;
  const values = { reference, expectedOn: formatDay(delay.expectedOn) };
  return { to: contacts, facts: { isExample: window.isExample, link, values } };
};
