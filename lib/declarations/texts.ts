import { createHash } from "node:crypto";
import texts2026 from "./texts-2026-1.json";

/** Every text that was ever put before an employer, by version: a text that changes gets a new version, none goes away. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = { "2026-1": texts2026 };
export const CURRENT_TEXTS = "2026-1";

export type Agreed = { name: string; textVersion: string; textHash: string };

/** The SHA-256 of a text, in hexadecimal. */
const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** What agreeing to these declarations today comes down to: version and hash of each text. */
export const agreedTo = (names: readonly string[]): Agreed[] =>
  names.map((name) => {
    const text = TEXTS[CURRENT_TEXTS]?.[name];
    if (text === undefined) throw new RangeError(`no text of the declaration ${name}`);
    return { name, textVersion: CURRENT_TEXTS, textHash: hashOf(text) };
  });

/** The text that was agreed to; undefined when it is not the one with this hash any more. */
export function textOf({ name, textVersion, textHash }: Agreed): string | undefined {
  const text = TEXTS[textVersion]?.[name];
  return text !== undefined && hashOf(text) === textHash ? text : undefined;
}
