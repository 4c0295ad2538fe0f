import { CONTACT_QUESTIONS } from "@/lib/answers/contact-answers";
import type { RawSection } from "@/lib/form-state";

/** The valid addresses among the contacts as typed. */
export function reachableAt(company: RawSection | undefined): string[] {
  const { contactEmail, secondContactEmail } = CONTACT_QUESTIONS;
  const typed = [
    contactEmail.schema.safeParse(company?.contactEmail),
    secondContactEmail.schema.safeParse(company?.secondContactEmail),
  ];
  return onceEach(typed.flatMap(({ data }) => data || []));
}

/** Two spellings of one address are one address. */
export const onceEach = (addresses: readonly string[]): string[] =>
  addresses.filter(
    (address, at) => addresses.findIndex((other) => other.toLowerCase() === address.toLowerCase()) === at,
  );
