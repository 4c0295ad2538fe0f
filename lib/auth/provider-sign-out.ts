import "server-only";
import * as z from "zod";
import { env } from "@/lib/env";
import type { EndedSession } from "./commands/end-session";
import { clientIdOf, issuerOf } from "./issuer";

const DEADLINE_MS = 3_000;
const metadata = z.object({ end_session_endpoint: z.url({ protocol: /^https?$/ }) });

/**
 * Where the provider ends its own session and sends the person back (OpenID Connect RP-Initiated Logout 1.0);
 * undefined when it offers no such place or does not answer in three seconds.
 */
export async function providerSignOut({ kind, idToken }: EndedSession): Promise<URL | undefined> {
  try {
    const response = await fetch(`${issuerOf(kind)}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(DEADLINE_MS),
      cache: "no-store",
    });
    const url = new URL(metadata.parse(await response.json()).end_session_endpoint);
    if (idToken) url.searchParams.set("id_token_hint", idToken);
    url.searchParams.set("client_id", clientIdOf(kind));
    url.searchParams.set("post_logout_redirect_uri", `${env().APP_URL}/signed-out`);
    return url;
  } catch {
    return undefined;
  }
}
