import type { Filing } from "@/lib/answers/answers";
import type { RawSection } from "@/lib/form-state";

/** What the bank said of the name on an account; "not_checked" when nobody could be asked. */
export const NAME_CHECKS = ["match", "close_match", "no_match", "not_checked"] as const;

/** `suggestion` is the name as the bank has it: for the reviewer, never for whoever typed another one. */
export type NameCheck = { outcome: "match" | "close_match" | "no_match"; suggestion?: string };

/** Whether the bank itself said that the account is in this name; `bank` as typed or as filed. */
export const isAccountConfirmed = ({ nameCheck }: RawSection | Filing["bank"]): boolean =>
  nameCheck === "match";

/** What the bank said, as answers that are kept beside those of the employer. */
export const nameCheckAnswers = (check: NameCheck | undefined): RawSection => ({
  nameCheck: check?.outcome ?? "not_checked",
  ...(check?.suggestion && { nameSuggestion: check.suggestion }),
});

/** What the bank said of this very account when it was kept; undefined when it said nothing of it. */
export function knownNameCheck(
  kept: RawSection | undefined,
  account: Pick<Filing["bank"], "iban" | "accountName">,
): RawSection | undefined {
  if (!kept?.nameCheck || kept.nameCheck === "not_checked") return undefined;
  const isSame = bare(kept.iban) === account.iban && String(kept.accountName).trim() === account.accountName;
  const { nameCheck, nameSuggestion } = kept;
  return isSame ? { nameCheck, ...(nameSuggestion && { nameSuggestion }) } : undefined;
}

const bare = (iban: RawSection[string] | undefined) =>
  String(iban)
    .replace(/[^0-9a-z]/gi, "")
    .toUpperCase();
