import type { RawSection } from "@/lib/applications/answers";
import { companySchema } from "@/lib/applications/answers";

/** Every address that an application names for contact, once each; the first one named comes first. */
export function contactsOf(company: RawSection | undefined): string[] {
  const { contactEmail, secondContactEmail } = companySchema.parse(company ?? {});
  return onceEach([contactEmail, ...(secondContactEmail ? [secondContactEmail] : [])]);
}

/** The addresses that can be written to in what was typed so far, right or wrong. */
export function reachableAt(company: RawSection | undefined): string[] {
  const { contactEmail, secondContactEmail } = companySchema.shape;
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
