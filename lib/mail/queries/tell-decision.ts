import "server-only";
import { and, eq } from "drizzle-orm";
import { decisions } from "@/db/schema";
import { objectionDeadline } from "@/lib/deadlines/terms";
import { NotFound } from "@/lib/errors";
import { formatDay } from "@/lib/i18n/format";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That a decision is there, and until when one may object; `about` is the version it brought the application to. */
export const tellDecision: Teller = async (tx, { applicationId, about }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const [decision] = await tx
    .select({ decidedOn: decisions.decidedOn })
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), eq(decisions.applicationVersion, Number(about))));
  if (!decision) throw new NotFound(`decision on ${applicationId}`);
  const objectBefore = formatDay(objectionDeadline(decision.decidedOn));
  return {
    to: contacts,
    facts: { isExample: window.isExample, link, values: { reference, objectBefore } },
  };
};
