import { secrets } from "./secrets";

export type Environment = Record<string, string>;
type Given = Record<string, string | undefined>;

const DEFAULT_PORT = "3000";
const DEFAULT_IDENTITY_PORT = "3001";
const DEFAULT_REGISTER_PORT = "3002";
const DEFAULT_AUTHORITIES_PORT = "3003";

export function isProduction(given: Given): boolean {
  return given.PORTAL_MODE === "production";
}

/** A given database may be the real one, so PORTAL_MODE must then say whether this is a demo. */
export const isUndecided = (given: Given): boolean => Boolean(given.DATABASE_URL) && !given.PORTAL_MODE;

/** Why this process may not run with these variables: in production only `migrate` gets the owner's address. */
export const ownerProblem = (given: Given): string | undefined =>
  isProduction(given) && given.DATABASE_URL
    ? "DATABASE_URL is the owner's address: give it to npm run migrate only, and DATABASE_APP_URL here."
    : undefined;

/**
 * The variables of the app and its scripts. In the demo missing ones get a working value; in production none does.
 * Empty variables count as missing.
 */
export function environment(given: Given): Environment {
  const set = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  if (isProduction(given)) return set;

  const port = set.PORT ?? DEFAULT_PORT;
  const identityPort = set.IDENTITY_PORT ?? DEFAULT_IDENTITY_PORT;
  const registerPort = set.REGISTER_PORT ?? DEFAULT_REGISTER_PORT;
  const authoritiesPort = set.AUTHORITIES_PORT ?? DEFAULT_AUTHORITIES_PORT;
  const issuer = `http://127.0.0.1:${identityPort}`;
  const { POSTGRES_PASSWORD: _, OWNER_PASSWORD: __, ...own } = secrets();
  return {
    PORTAL_MODE: "demo",
    PORT: port,
    APP_URL: `http://127.0.0.1:${port}`,
    IDENTITY_PORT: identityPort,
    REGISTER_PORT: registerPort,
    KVK_API_URL: `http://127.0.0.1:${registerPort}`,
    AUTHORITIES_PORT: authoritiesPort,
    AUTHORITIES_URL: `http://127.0.0.1:${authoritiesPort}`,
    EMPLOYER_OIDC_ISSUER: issuer,
    EMPLOYER_OIDC_CLIENT_ID: "portal-employer",
    STAFF_OIDC_ISSUER: issuer,
    STAFF_OIDC_CLIENT_ID: "portal-staff",
    ...own,
    ...set,
  };
}
