import type { RawSection } from "@/lib/applications/answers";
import { contactsSchema } from "@/lib/correspondence/contacts";

/** Every address that an application names for contact, once each; the first one named comes first. */
export function contactsOf(contacts: RawSection): string[] {
  const { contactEmail, secondContactEmail } = contactsSchema.parse(contacts);
  return onceEach([contactEmail, ...(secondContactEmail ? [secondContactEmail] : [])]);
}

/** The addresses that can be written to in what was typed so far, right or wrong. */
export function reachableAt(company: RawSection | undefined): string[] {
  const { contactEmail, secondContactEmail } = contactsSchema.shape;
  const typed = [
    contactEmail.safeParse(company?.contactEmail),
    secondContactEmail.safeParse(company?.secondContactEmail),
  ];
  return onceEach(typed.flatMap(({ data }) => data ?? []));
}

/** The same address written in two ways is one. */
export const onceEach = (addresses: readonly string[]): string[] =>
  addresses.filter(
    (address, at) => addresses.findIndex((other) => other.toLowerCase() === address.toLowerCase()) === at,
  );
