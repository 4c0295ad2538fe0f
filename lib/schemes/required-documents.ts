import type { Filing } from "@/lib/answers/answers";
import { isAccountConfirmed } from "@/lib/answers/bank";
import type { RawSection } from "@/lib/form-state";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { missingKinds, type RequirableKind } from "@/lib/vocabulary/document-kinds";
import { must } from "./check";
import type { Rules } from "./rules";

/** The kinds of file that these rules require, given the answers about the account. */
export const requiredDocuments = (rules: Rules, bank: RawSection | Filing["bank"] = {}): RequirableKind[] =>
  rules.requiredDocuments.value.flatMap(({ kind, when }) =>
    when === "account_unconfirmed" && isAccountConfirmed(bank) ? [] : [kind],
  );

/** One check for each required kind: a file of it is there. */
export function documentChecks(rules: Rules, { filing, documents }: CheckContext): Check[] {
  const required = requiredDocuments(rules, filing.bank);
  const missing = missingKinds(required, documents);
  return required.map((kind) =>
    must(checkOfDocument(kind), !missing.includes(kind), rules.requiredDocuments.source),
  );
}

/** Name of the check that a file of this kind is there. */
export const checkOfDocument = (kind: string): string => `document_${kind}`;

/** Whether a check is about a file rather than an answer. */
export const isDocumentCheck = ({ id }: Pick<Check, "id">): boolean => id.startsWith("document_");
