import "server-only";
import { dayOf } from "@/lib/dates";
import { decisionDeadline } from "@/lib/deadlines/terms";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** That an application was received, and by when it is decided. */
export const tellReceipt: Teller = async (tx, { applicationId }) => {
  const { window, reference, contacts, link } = await filedApplication(tx, applicationId);
  const dueOn = decisionDeadline({ windowClosesOn: dayOf(window.closesAt), weeks: window.decisionWeeks });
  return {
    to: contacts,
    facts: { isExample: window.isExample, link, values: { reference, dueOn } },
  };
};
