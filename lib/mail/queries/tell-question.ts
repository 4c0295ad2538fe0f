import "server-only";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That there is a question or an answer; what it says is read in the portal. */
export const tellQuestion: Teller = async (tx, { applicationId }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  return {
    to: contacts,
    facts: { isExample: window.isExample, link: `${link}/questions`, values: { reference } },
  };
};
