import "server-only";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** Announces a question or an answer; its text is in the portal only. */
export const tellQuestion: Teller = async (tx, { applicationId }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  return {
    to: contacts,
    facts: { isExample: window.isExample, link: `${link}/questions`, values: { reference } },
  };
};
