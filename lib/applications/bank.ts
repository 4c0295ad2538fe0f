import type { Filing, RawSection } from "@/lib/applications/answers";

/** What the bank said of the name on an account; "not_checked" when nobody could be asked. */
export const NAME_CHECKS = ["match", "close_match", "no_match", "not_checked"] as const;

/** `suggestion` is the name as the bank has it: for the reviewer, never for whoever typed another one. */
export type NameCheck = { outcome: "match" | "close_match" | "no_match"; suggestion?: string };

/** A bank statement proves whose account it is, unless the bank itself confirmed the name. */
export const needsBankStatement = ({ bank }: Pick<Filing, "bank">): boolean => bank.nameCheck !== "match";

/** What the bank said, as answers that are kept beside those of the employer. */
export const nameCheckAnswers = (check: NameCheck | undefined): RawSection => ({
  nameCheck: check?.outcome ?? "not_checked",
  ...(check?.suggestion && { nameSuggestion: check.suggestion }),
});
