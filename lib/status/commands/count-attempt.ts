import "server-only";
import { count, type TooMany } from "@/lib/limits/commands/count";
import { networkOf } from "@/lib/limits/network";
import type { Result } from "@/lib/result";

/**
 * Counts one attempt to look up a status: by where it comes from, and there by which reference it asks. Refused, with
 * the minutes to wait, when either has had its share.
 */
export async function countAttempt(attempt: {
  forwardedFor: string | null;
  reference: string;
}): Promise<Result<undefined, TooMany>> {
  const network = networkOf(attempt.forwardedFor);
  const reference = attempt.reference.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const counted = await count("status-address", network);
  return counted.ok ? count("status-guess", `${network} ${reference}`) : counted;
}
