import "server-only";
import { NotFound } from "@/lib/errors";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** Announces the receipt of an application, with the last day to decide. */
export const tellReceipt: Teller = async (tx, { applicationId }) => {
  const { application, window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const { dueOn } = application;
  if (!dueOn) throw new NotFound(`term of ${applicationId}`);
  return {
    to: contacts,
    facts: { isExample: window.isExample, link, values: { reference, dueOn } },
  };
};
