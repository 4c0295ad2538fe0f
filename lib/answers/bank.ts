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

const LEGAL_FORMS =
  /\b(b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|c\.?v\.?|stichting|vereniging|maatschap|co[oö]peratie|u\.?a\.?)(?=\s|$)/gi;

/** Letters and digits of a name, without accents, capitals and the legal form. */
const bareName = (name: string): string =>
  name
    .replace(LEGAL_FORMS, "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/** Whether an account may well be that of this employer. Of an employer known by its number only, nothing is said. */
export const isSameName = (accountName: string, legalName: string): boolean =>
  !/[a-z]/i.test(legalName) || bareName(accountName) === bareName(legalName);
