import "server-only";
import * as z from "zod";
import type { NameCheck } from "@/lib/answers/bank";
import { type Env, env } from "@/lib/env";

type Settings = Pick<Env, "IBAN_NAME_URL" | "IBAN_NAME_KEY">;

/** Well within the time that a person waits for a page. */
const DEADLINE_MS = 2_000;

/** Result codes of the verification of payee scheme (EPC218-23); NOAP means that the bank cannot tell. */
const OUTCOMES = { MTCH: "match", CMTC: "close_match", NMTC: "no_match" } as const;
const answerSchema = z.object({
  matchResult: z.enum(["MTCH", "CMTC", "NMTC", "NOAP"]),
  matchedName: z.string().trim().max(200).optional(),
});

/**
 * Asks the bank whether an account is in this name. Undefined without a configured service, when the bank cannot tell,
 * and without a good answer in time: then a bank statement is needed. Never throws.
 */
export async function checkAccountName(
  account: { iban: string; name: string },
  { IBAN_NAME_URL, IBAN_NAME_KEY }: Settings = env(),
): Promise<NameCheck | undefined> {
  if (!IBAN_NAME_URL) return undefined;
  try {
    const response = await fetch(IBAN_NAME_URL, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(IBAN_NAME_KEY && { authorization: `Bearer ${IBAN_NAME_KEY}` }),
      },
      body: JSON.stringify(account),
      signal: AbortSignal.timeout(DEADLINE_MS),
      redirect: "error",
    });
    if (!response.ok) return undefined;
    const { matchResult, matchedName } = answerSchema.parse(await response.json());
    if (matchResult === "NOAP") return undefined;
    return { outcome: OUTCOMES[matchResult], ...(matchedName && { suggestion: matchedName }) };
  } catch {
    return undefined;
  }
}
