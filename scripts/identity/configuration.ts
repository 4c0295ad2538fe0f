import type { ClientMetadata, Configuration } from "oidc-provider";
import { EMPLOYER_CLAIMS, MULTI_FACTOR, STAFF_CLAIMS } from "@/lib/vocabulary/claim-map";
import type { Environment } from "../environment";
import { claimsOf } from "./claims";
import type { Keys } from "./keys";
import { Memory } from "./memory";
import { errorPage, signedOutPage } from "./pages";
import { accountById, type TestPerson } from "./people";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const SCOPES: Record<TestPerson["kind"], string> = { employer: "openid kvk", staff: "openid profile" };

/** The kind of person that signs in at this client. */
export function kindOf(clientId: unknown, env: Environment): TestPerson["kind"] {
  return clientId === env.STAFF_OIDC_CLIENT_ID ? "staff" : "employer";
}

/** One provider in two roles: the employers' broker and the ministry's own, each with a client of the portal. */
export function configuration(env: Environment, keys: Keys): Configuration {
  return {
    adapter: Memory,
    clients: [client("employer", env), client("staff", env)],
    jwks: { keys: [{ ...keys.signing, kty: "RSA" }] },
    cookies: { keys: [keys.cookies] },
    pkce: { required: () => true },
    responseTypes: ["code"],
    scopes: ["openid"],
    claims: {
      openid: ["sub", "acr", "amr"],
      kvk: Object.values(EMPLOYER_CLAIMS),
      profile: Object.values(STAFF_CLAIMS),
    },
    acrValues: [MULTI_FACTOR],
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { logoutSource: signedOutPage, postLogoutSuccessSource: signedOutPage },
    },
    interactions: { url: (_, { uid }) => `/choose/${uid}` },
    findAccount: (_, sub) => {
      const account = accountById(sub);
      return account && { accountId: sub, claims: () => claimsOf(account) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope(SCOPES[kindOf(oidc.client?.clientId, env)]);
      await grant.save();
      return grant;
    },
    renderError: errorPage,
    ttl: { AccessToken: MINUTE, IdToken: HOUR, Interaction: HOUR, Session: HOUR, Grant: HOUR },
  };
}

function client(kind: TestPerson["kind"], env: Environment): ClientMetadata {
  const name = kind.toUpperCase();
  return {
    client_id: env[`${name}_OIDC_CLIENT_ID`] ?? "",
    client_secret: env[`${name}_OIDC_CLIENT_SECRET`] ?? "",
    redirect_uris: [`${env.APP_URL}/api/auth/callback/${kind}`],
    post_logout_redirect_uris: [`${env.APP_URL}/signed-out`, `${env.APP_URL}`],
    grant_types: ["authorization_code"],
    response_types: ["code"],
    scope: SCOPES[kind],
  };
}
