import type { Filing } from "@/lib/answers/answers";
import type { RawSection } from "@/lib/form-state";

/** The answer of the bank about the name on an account; "not_checked" when it was not asked. */
export const NAME_CHECKS = ["match", "close_match", "no_match", "not_checked"] as const;

/** `suggestion` is the name that the bank knows; it is shown to the reviewer only. */
export type NameCheck = { outcome: "match" | "close_match" | "no_match"; suggestion?: string };

/** Whether the bank confirmed the name of the account; `bank` as typed or as filed. */
export const isAccountConfirmed = ({ nameCheck }: RawSection | Filing["bank"]): boolean =>
  nameCheck === "match";

/** The answer of the bank, as answers kept beside those of the employer. */
export const nameCheckAnswers = (check: NameCheck | undefined): RawSection => ({
  nameCheck: check?.outcome ?? "not_checked",
  ...(check?.suggestion && { nameSuggestion: check.suggestion }),
});

/** The kept answer of the bank about this account and name; undefined when there is none. */
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

const LEGAL_FORMS =
  /\b(b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|c\.?v\.?|stichting|vereniging|maatschap|co[oö]peratie|u\.?a\.?)(?=\s|$)/gi;

/** The letters and digits of a name in lower case, without accents and legal form. */
const bareName = (name: string): string =>
  name
    .replace(LEGAL_FORMS, "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/** Whether the name of the account is that of the employer; true when only a number of the employer is known. */
export const isSameName = (accountName: string, legalName: string): boolean =>
  !/[a-z]/i.test(legalName) || bareName(accountName) === bareName(legalName);
