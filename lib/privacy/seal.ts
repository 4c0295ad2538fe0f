import "server-only";
import { createHmac } from "node:crypto";
import { oldestKey } from "./keys";
import { decrypt, encrypt } from "./seal-bytes";
import type { Place } from "./sealed-columns";

/**
 * Encrypts a JSON value with the current data key (AES-256-GCM), for one place: it opens nowhere else. The result is the
 * id of the key, a point, and the rest in base64url.
 */
export const seal = async (value: unknown, place: Place): Promise<string> =>
  sealJson(Buffer.from(JSON.stringify(value)), place);

/** As `seal`, for a value that is JSON already. */
export function sealJson(json: Buffer, place: Place): string {
  const { kid, sealed } = encrypt(json, place);
  return `${kid}.${sealed.toString("base64url")}`;
}

/** Opens the result of `seal` for this place; throws when it was altered or moved, or its key is gone. */
export async function unseal<T>(sealed: string, place: Place): Promise<T> {
  const [kid = "", text = ""] = sealed.split(".");
  return JSON.parse(decrypt({ kid, sealed: Buffer.from(text, "base64url") }, place).toString()) as T;
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
