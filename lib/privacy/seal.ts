import "server-only";
import { createHmac } from "node:crypto";
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from "jose";
import { currentKey, keyById, oldestKey } from "./keys";

/** Encrypts a JSON value with the current data key (AES-256-GCM); the result names the key. */
export async function seal(value: unknown): Promise<string> {
  const current = currentKey();
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: current.kid })
    .encrypt(current.secret);
}

/** Opens the result of `seal`, with the key that it names; throws when it was altered or its key is gone. */
export async function unseal<T>(sealed: string): Promise<T> {
  const { kid } = decodeProtectedHeader(sealed);
  const { plaintext } = await compactDecrypt(sealed, keyById(kid).secret);
  return JSON.parse(new TextDecoder().decode(plaintext)) as T;
}

type Purpose = "person" | "iban" | "mail" | "document" | "status" | "attempt" | "undertaking";

/**
 * A keyed hash to find a value again without storing it: "kid:hex". Uses the oldest data key, so that known persons
 * stay known after a new key is added in front.
 */
export function keyedHash(purpose: Purpose, value: string): string {
  const oldest = oldestKey();
  return `${oldest.kid}:${createHmac("sha256", oldest.secret).update(`${purpose}:${value}`).digest("hex")}`;
}
