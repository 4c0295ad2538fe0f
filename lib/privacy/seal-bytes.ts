import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { currentKey, keyById } from "./keys";

const NONCE = 12;
const TAG = 16;

/**
 * Encrypts bytes with the current data key (AES-256-GCM), bound to `place`: they open nowhere else. The result is the
 * length of the key's id, that id, the nonce, the tag and the ciphertext.
 */
export function sealBytes(bytes: Uint8Array, place: string): Buffer {
  const { kid, secret } = currentKey();
  const id = Buffer.from(kid);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(id.length), id, nonce, cipher.getAuthTag(), sealed]);
}

/** Opens the result of `sealBytes` for this place; throws when it was altered or moved, or its key is gone. */
export function unsealBytes(sealed: Uint8Array, place: string): Buffer {
  const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const at = 1 + (all[0] ?? 0);
  const key = keyById(all.toString("utf8", 1, at));
  const nonce = all.subarray(at, at + NONCE);
  const cipher = createDecipheriv("aes-256-gcm", key.secret, nonce, { authTagLength: TAG })
    .setAAD(Buffer.from(place))
    .setAuthTag(all.subarray(at + NONCE, at + NONCE + TAG));
  return Buffer.concat([cipher.update(all.subarray(at + NONCE + TAG)), cipher.final()]);
}
