import "server-only";
import { contactsAround } from "@/lib/correspondence/queries/current-contacts";
import { onceEach, reachableAt } from "@/lib/mail/contacts";
import { filedApplication } from "./filed-application";
import type { Teller } from "./teller";

/** Announces other contact persons to the addresses before and after; `about` is the change. */
export const tellContactsChanged: Teller = async (tx, { applicationId, about }) => {
  const { application, window, reference, link } = await filedApplication(tx, applicationId);
  const { before, after } = await contactsAround(tx, application, about);
  return {
    to: onceEach([...reachableAt(before), ...reachableAt(after)]),
    facts: { isExample: window.isExample, link: `${link}/contact`, values: { reference } },
  };
};
