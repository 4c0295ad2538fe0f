import "server-only";
import { and, eq } from "drizzle-orm";
import { completionRequests } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That something is asked and until when one may answer; `about` is the version that asking brought about. */
export const tellCompletionRequest: Teller = async (tx, { applicationId, about }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const [request] = await tx
    .select({ dueOn: completionRequests.dueOn })
    .from(completionRequests)
    .where(
      and(
        eq(completionRequests.applicationId, applicationId),
        eq(completionRequests.applicationVersion, Number(about)),
      ),
    );
  if (!request) throw new NotFound(`request to complete ${applicationId}`);
  return {
    to: contacts,
    facts: {
      isExample: window.isExample,
      link: `${link}/completion`,
      values: { reference, dueOn: request.dueOn },
    },
  };
};
