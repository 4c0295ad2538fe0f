import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { seal, unseal } from "@/lib/privacy/seal";
import { cookieSettings } from "@/lib/security/cookie-settings";

const MINUTES = 15;
type Pass = { applicationId: string; until: number };

const settings = () => cookieSettings(env().APP_URL);

/** Lets this browser read one application's status for a quarter of an hour; the cookie is sealed. */
export async function givePass(applicationId: string): Promise<void> {
  const { nameOf, options } = settings();
  const pass: Pass = { applicationId, until: Date.now() + MINUTES * 60_000 };
  (await cookies()).set(nameOf("status"), await seal(pass, "cookie.status:"), {
    ...options,
    maxAge: MINUTES * 60,
  });
}

/** The application whose status this browser may read, if any. */
export async function passedFor(): Promise<string | undefined> {
  const sealed = (await cookies()).get(settings().nameOf("status"))?.value;
  if (!sealed) return undefined;
  const pass = await unseal<Pass>(sealed, "cookie.status:").catch(() => undefined);
  return pass && pass.until > Date.now() ? pass.applicationId : undefined;
}

export async function takePass(): Promise<void> {
  const { nameOf, options } = settings();
  (await cookies()).set(nameOf("status"), "", { ...options, maxAge: 0 });
}
