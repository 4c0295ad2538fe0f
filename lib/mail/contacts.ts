import { CONTACT_QUESTIONS } from "@/lib/answers/contact-answers";
import type { RawSection } from "@/lib/form-state";

/** The addresses that can be written to in what was typed so far, right or wrong. */
export function reachableAt(company: RawSection | undefined): string[] {
  const { contactEmail, secondContactEmail } = CONTACT_QUESTIONS;
  const typed = [
    contactEmail.schema.safeParse(company?.contactEmail),
    secondContactEmail.schema.safeParse(company?.secondContactEmail),
  ];
  return onceEach(typed.flatMap(({ data }) => data || []));
}

/** The same address written in two ways is one. */
export const onceEach = (addresses: readonly string[]): string[] =>
  addresses.filter(
    (address, at) => addresses.findIndex((other) => other.toLowerCase() === address.toLowerCase()) === at,
  );
