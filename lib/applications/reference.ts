import type { Scheme } from "@/lib/schemes/scheme";

const PREFIX: Record<Scheme, string> = { werkgeverssubsidie: "WS", startbaan: "SB" };
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO 7064 MOD 37,36: finds every single wrong character and every swap of two neighbours. */
function checkCharacter(body: string): string {
  let product = 36;
  for (const character of body) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36] ?? "";
}

/** "WS-2026-004217-K": scheme, year, case number in at least six digits, check character. */
export function referenceFor(scheme: Scheme, year: number, caseNumber: number): string {
  const parts = [PREFIX[scheme], String(year), String(caseNumber).padStart(6, "0")];
  return [...parts, checkCharacter(parts.join(""))].join("-");
}

/** Reads a reference as people type it, in any case, with or without dashes and spaces; undefined when it cannot be one. */
export function readReference(typed: string): string | undefined {
  const match = /^(WS|SB)(\d{4})(\d{6,})([0-9A-Z])$/.exec(typed.toUpperCase().replace(/[^0-9A-Z]/g, ""));
  if (!match) return undefined;
  const [, prefix = "", year = "", number = "", check = ""] = match;
  return checkCharacter(prefix + year + number) === check
    ? [prefix, year, number, check].join("-")
    : undefined;
}
