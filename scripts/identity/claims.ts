import { EMPLOYER_CLAIMS, KVK_NUMBER_KIND, STAFF_CLAIMS, urnOf } from "@/lib/vocabulary/claim-map";
import { type Account, accountIdOf, type TestEmployer, type TestPerson, type TestStaff } from "./people";

/** The claims of a person, under the names that brokers use by default. */
export function claimsOf(account: Account): { sub: string } & Record<string, unknown> {
  const { person, represented } = account;
  const said = person.kind === "staff" ? staffClaims(person) : employerClaims(person, represented);
  return { sub: accountIdOf(account), ...said };
}

/** Claims about the sign-in itself: level of assurance for employers, methods for staff. */
export function signInOf(person: TestPerson): { acr?: string; amr?: string[] } {
  if (person.kind === "employer") return { acr: urnOf(person.assurance) };
  return { amr: person.hasSecondFactor ? ["pwd", "otp", "mfa"] : ["pwd"] };
}

function employerClaims(person: TestEmployer, represented: Account["represented"]) {
  const [own] = person.represents;
  return {
    [EMPLOYER_CLAIMS.acting]: person.sub,
    [EMPLOYER_CLAIMS.name]: person.name,
    ...(represented?.kvkNumber && {
      [EMPLOYER_CLAIMS.represented]: represented.kvkNumber,
      [EMPLOYER_CLAIMS.representedKind]: KVK_NUMBER_KIND,
    }),
    ...(represented !== own && { [EMPLOYER_CLAIMS.intermediary]: own.kvkNumber }),
    ...(represented?.branch && { [EMPLOYER_CLAIMS.branch]: represented.branch }),
  };
}

function staffClaims({ name, roles, employers }: TestStaff) {
  return {
    [STAFF_CLAIMS.name]: name,
    [STAFF_CLAIMS.roles]: roles,
    [STAFF_CLAIMS.employers]: employers,
  };
}
