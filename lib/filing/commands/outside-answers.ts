import "server-only";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { SECTION_SCHEMAS } from "@/lib/answers/answers";
import { knownNameCheck, nameCheckAnswers } from "@/lib/answers/bank";
import type { Part } from "@/lib/answers/draft";
import { registerAnswers } from "@/lib/answers/register";
import { ownRegisterEntry } from "@/lib/filing/queries/own-register-entry";
import type { RawSection } from "@/lib/form-state";
import { checkAccountName } from "@/lib/gateways/iban-name";
import { count } from "@/lib/limits/commands/count";

export type AskBank = typeof checkAccountName;

/**
 * The facts of the trade register or the bank for the answers of a part, requested before anything is locked. The bank
 * is asked about a valid account, once for each and not more often than `LIMITS` allows, so that nobody uses the portal
 * to find out whose accounts are; `kept` gives the stored part with the bank's earlier answer.
 */
export async function outsideAnswers(
  actor: Employer,
  { part, answers }: { part: Part; answers: RawSection },
  kept: () => Promise<RawSection | undefined>,
  askBank: AskBank = checkAccountName,
): Promise<RawSection> {
  demandLevel(actor, "application.save");
  if (part === "company") return registerAnswers(await ownRegisterEntry(actor), answers);
  if (part !== "bank") return {};
  const { data: account } = SECTION_SCHEMAS.bank.safeParse(answers);
  if (!account) return nameCheckAnswers(undefined);
  const { iban, accountName: name } = account;
  const known = knownNameCheck(await kept(), account);
  if (known) return known;
  const counted = await count("bank-person", actor.personId);
  return nameCheckAnswers(counted.ok ? await askBank({ iban, name }) : undefined);
}
