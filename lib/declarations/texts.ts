import { createHash } from "node:crypto";
import texts2026 from "./texts-2026-1.json";

/** Every published text of a declaration, by version: a changed text gets a new version, and none is removed. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = { "2026-1": texts2026 };
export const CURRENT_TEXTS = "2026-1";

export type Agreed = { name: string; textVersion: string; textHash: string };

/** The SHA-256 of a text, in hexadecimal. */
const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The version and hash of each text of these declarations today. */
export const agreedTo = (names: readonly string[]): Agreed[] =>
  names.map((name) => {
    const text = TEXTS[CURRENT_TEXTS]?.[name];
    if (text === undefined) throw new RangeError(`no text of the declaration ${name}`);
    return { name, textVersion: CURRENT_TEXTS, textHash: hashOf(text) };
  });

/** The agreed text; undefined when no text has this hash. */
export function textOf({ name, textVersion, textHash }: Agreed): string | undefined {
  const text = TEXTS[textVersion]?.[name];
  return text !== undefined && hashOf(text) === textHash ? text : undefined;
}
