import "server-only";
import { createHmac } from "node:crypto";
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from "jose";
import { currentKey, keyById, oldestKey } from "./keys";

/** Encrypts a JSON value with the current data key (AES-256-GCM); the key's id travels along. */
export async function seal(value: unknown): Promise<string> {
  const current = currentKey();
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: current.kid })
    .encrypt(current.secret);
}

/** Reads back what `seal` made, with whichever key made it; throws when it was altered or its key is gone. */
export async function unseal<T>(sealed: string): Promise<T> {
  const { kid } = decodeProtectedHeader(sealed);
  const { plaintext } = await compactDecrypt(sealed, keyById(kid).secret);
  return JSON.parse(new TextDecoder().decode(plaintext)) as T;
}

type Purpose = "person" | "iban" | "mail" | "document" | "status" | "attempt" | "undertaking";

/**
 * Keyed hash that finds the same thing again without keeping it: "kid:hex".
 * Uses the oldest data key, so that adding a new key in front does not make known persons unknown.
 */
export function keyedHash(purpose: Purpose, value: string): string {
  const oldest = oldestKey();
  return `${oldest.kid}:${createHmac("sha256", oldest.secret).update(`${purpose}:${value}`).digest("hex")}`;
}
