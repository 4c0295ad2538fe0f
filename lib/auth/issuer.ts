import "server-only";
import { env } from "@/lib/env";
import type { PersonKind } from "./person-kind";

/** The one provider whose word counts for this kind of person. */
export function issuerOf(kind: PersonKind): string {
  return kind === "employer" ? env().EMPLOYER_OIDC_ISSUER : env().STAFF_OIDC_ISSUER;
}

export function clientIdOf(kind: PersonKind): string {
  return kind === "employer" ? env().EMPLOYER_OIDC_CLIENT_ID : env().STAFF_OIDC_CLIENT_ID;
}
