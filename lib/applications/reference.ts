import { REFERENCE_PREFIXES, type Scheme } from "@/lib/vocabulary/scheme";
import { checkCharacter } from "./check-character";

const TYPED = new RegExp(`^(${Object.values(REFERENCE_PREFIXES).join("|")})(\\d{4})(\\d{6,})([0-9A-Z])$`);

/** "WS-2026-004217-K": scheme, year, case number in at least six digits, check character. */
export function referenceFor(scheme: Scheme, year: number, caseNumber: number): string {
  const digits = [String(year), String(caseNumber).padStart(6, "0")];
  return [REFERENCE_PREFIXES[scheme], ...digits, checkCharacter(digits.join(""))].join("-");
}

/** Reads a reference as people type it, in any case, with or without dashes and spaces; undefined when it cannot be one. */
export function readReference(typed: string): string | undefined {
  const match = TYPED.exec(typed.toUpperCase().replace(/[^0-9A-Z]/g, ""));
  if (!match) return undefined;
  const [, prefix = "", year = "", number = "", check = ""] = match;
  return checkCharacter(year + number) === check ? [prefix, year, number, check].join("-") : undefined;
}
