import { checkCharacter, READABLE } from "@/lib/applications/check-character";

const BASE = BigInt(READABLE.length);
/** Nineteen of thirty-one characters: 94 bits, and one check character. */
const SECRET_CHARACTERS = 19;
const LENGTH = SECRET_CHARACTERS + 1;
const TAKEN_FOR: Record<string, string> = { O: "0", I: "1", Z: "2", S: "5", U: "V" };

/** "7KQM-…": a keyed hash ("kid:hex", 256 bits) as a code that people can copy from paper. */
export function statusCodeOf(hash: string): string {
  let rest = BigInt(`0x${hash.slice(hash.lastIndexOf(":") + 1)}`);
  let secret = "";
  while (secret.length < SECRET_CHARACTERS) {
    secret += READABLE[Number(rest % BASE)];
    rest /= BASE;
  }
  return inGroups(secret + checkCharacter(secret));
}

/**
 * Reads a code in any case, with or without dashes, and with look-alike letters replaced; undefined when it cannot be a
 * code.
 */
export function readStatusCode(typed: string): string | undefined {
  const signs = [...typed.toUpperCase().replace(/[^0-9A-Z]/g, "")].map((sign) => TAKEN_FOR[sign] ?? sign);
  const code = signs.join("");
  if (code.length !== LENGTH) return undefined;
  return checkCharacter(code.slice(0, -1)) === code.at(-1) ? inGroups(code) : undefined;
}

const inGroups = (code: string): string => code.match(/.{4}/g)?.join("-") ?? code;
