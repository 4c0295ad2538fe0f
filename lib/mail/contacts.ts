import type { RawSection } from "@/lib/applications/answers";
import { companySchema } from "@/lib/applications/answers";

/** Every address that an application names for contact, once each; the first one named comes first. */
export function contactsOf(company: RawSection | undefined): string[] {
  const { contactEmail, secondContactEmail } = companySchema.parse(company ?? {});
  const addresses = [contactEmail, ...(secondContactEmail ? [secondContactEmail] : [])];
  return addresses.filter(
    (address, at) => addresses.findIndex((other) => other.toLowerCase() === address.toLowerCase()) === at,
  );
}
