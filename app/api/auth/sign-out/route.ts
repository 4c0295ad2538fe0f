import { endSession } from "@/lib/auth/commands/end-session";
import { providerSignOut } from "@/lib/auth/provider-sign-out";

import { forgetSessionToken, sessionToken } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";
import { mayChange } from "@/lib/security/origin";

export async function POST(request: Request): Promise<Response> {
  if (!mayChange(request, env().APP_URL)) return new Response(null, { status: 403 });
  const token = await sessionToken();
  const ended = token ? await endSession(token) : undefined;
  await forgetSessionToken();
  const elsewhere = ended && (await providerSignOut(ended));
  const location = elsewhere ?? new URL("/signed-out", env().APP_URL);
  return new Response(null, {
    status: 303,
    headers: {
      location: location.href,
      "cache-control": "no-store",
      "clear-site-data": '"cache", "storage"',
    },
  });
}
