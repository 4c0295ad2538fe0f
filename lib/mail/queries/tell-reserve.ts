import "server-only";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That an application waits on the reserve list; nothing when it has left the list since. */
export const tellReserve: Teller = async (tx, { applicationId }) => {
  const { application, window, reference, contacts, link } = await filedApplication(tx, applicationId);
  if (application.state !== "reserve_list") return undefined;
  return { to: contacts, facts: { isExample: window.isExample, link, values: { reference } } };
};
