import "server-only";
import * as z from "zod";
import type { Day } from "@/lib/day";
import { type Env, env } from "@/lib/env";
import type { PermitCategory } from "@/lib/vocabulary/permits";
import { CHECK_RESULTS, type CheckResult } from "@/lib/vocabulary/person-checks";

type Settings = Pick<Env, "AUTHORITIES_URL" | "AUTHORITIES_KEY">;

/** A reviewer waits for this answer. */
const DEADLINE_MS = 5_000;

/** What is asked about one person: only what the application says, to confirm or not. */
export type Question =
  | { kind: "permit"; number: string; category: PermitCategory; validUntil: Day | null }
  | { kind: "employment"; number: string; kvkNumber: string; startsOn: Day };

const answerSchema = z.object({ result: z.enum(CHECK_RESULTS) });

/** Whether there is a service that asks the authorities. */
export const canAskAuthorities = ({ AUTHORITIES_URL }: Settings = env()): boolean =>
  AUTHORITIES_URL !== undefined;

/**
 * Asks the authority that knows: the IND about a permit, the UWV about an employment. Undefined without a configured
 * service or a good answer in time: then a reviewer finds out by hand. Never throws.
 */
export async function askAuthority(
  { kind, ...asked }: Question,
  { AUTHORITIES_URL, AUTHORITIES_KEY }: Settings = env(),
): Promise<CheckResult | undefined> {
  if (!AUTHORITIES_URL) return undefined;
  try {
    const response = await fetch(`${AUTHORITIES_URL.replace(/\/$/, "")}/${kind}-checks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(AUTHORITIES_KEY && { authorization: `Bearer ${AUTHORITIES_KEY}` }),
      },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(DEADLINE_MS),
      redirect: "error",
    });
    return response.ok ? answerSchema.parse(await response.json()).result : undefined;
  } catch {
    return undefined;
  }
}
