import "server-only";
import { and, eq } from "drizzle-orm";
import { defaultNotices } from "@/db/schema";
import { defaultCounter } from "@/lib/calendar/default-notice";
import { NotFound } from "@/lib/errors";
import { formatDay } from "@/lib/i18n/format";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That a notice of default was received, and until when the ministry decides without a penalty. */
export const tellDefaultNotice: Teller = async (tx, { applicationId, about }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const [notice] = await tx
    .select({ receivedOn: defaultNotices.receivedOn })
    .from(defaultNotices)
    .where(and(eq(defaultNotices.applicationId, applicationId), eq(defaultNotices.id, about)));
  if (!notice) throw new NotFound(`notice of default ${about} for ${applicationId}`);
  const { receivedOn } = notice;
  const { lastFreeOn } = defaultCounter(receivedOn, { today: receivedOn });
  const values = { reference, receivedOn: formatDay(receivedOn), lastFreeOn: formatDay(lastFreeOn) };
  return { to: contacts, facts: { isExample: window.isExample, link, values } };
};
