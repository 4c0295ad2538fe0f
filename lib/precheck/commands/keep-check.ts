import "server-only";
import { cookies } from "next/headers";
import * as z from "zod";
import { env } from "@/lib/env";
import type { RawSection } from "@/lib/form-state";
import { seal, unseal } from "@/lib/privacy/seal";
import { cookieSettings } from "@/lib/security/cookie-settings";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";

/** A day: long enough to arrange eHerkenning, short enough for a shared computer. */
const KEPT_SECONDS = 24 * 60 * 60;

const keptSchema = z.object({
  purpose: z.literal("precheck"),
  until: z.number(),
  answers: z.partialRecord(z.enum(SCHEMES), z.record(z.string().max(40), z.string().max(40))),
});
type Kept = z.output<typeof keptSchema>;

const nameOf = () => cookieSettings(env().APP_URL).nameOf("precheck");

/** The answers of the pre-check of a scheme, from the sealed cookie; undefined when there are none. */
export async function keptCheck(scheme: Scheme): Promise<RawSection | undefined> {
  return (await read())?.answers[scheme];
}

/** Keeps the answers of a pre-check in this browser for a day, sealed, without names. Only in an action. */
export async function keepCheck(scheme: Scheme, answers: RawSection): Promise<void> {
  const kept = await read();
  await write({ ...kept?.answers, [scheme]: answers as Record<string, string> });
}

/** Deletes the kept answers once they are in an application. Only in an action. */
export async function forgetCheck(scheme: Scheme): Promise<void> {
  const { [scheme]: _used, ...others } = (await read())?.answers ?? {};
  await write(others);
}

async function read(): Promise<Kept | undefined> {
  const sealed = (await cookies()).get(nameOf())?.value;
  if (!sealed) return undefined;
  const opened = await unseal<unknown>(sealed, "cookie.precheck:").catch(() => undefined);
  const parsed = keptSchema.safeParse(opened);
  return parsed.success && parsed.data.until > Date.now() ? parsed.data : undefined;
}

async function write(answers: Kept["answers"]): Promise<void> {
  const jar = await cookies();
  const { options } = cookieSettings(env().APP_URL);
  const isEmpty = Object.keys(answers).length === 0;
  const until = Date.now() + KEPT_SECONDS * 1000;
  const value = isEmpty
    ? ""
    : await seal({ purpose: "precheck", until, answers } satisfies Kept, "cookie.precheck:");
  jar.set(nameOf(), value, { ...options, maxAge: isEmpty ? 0 : KEPT_SECONDS });
}
