import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { currentKey, keyById } from "./keys";
import type { Place } from "./sealed-columns";

const NONCE = 12;
const TAG = 16;

/** Encrypts bytes with the current data key, for one place; gives its id, and the nonce, tag and ciphertext. */
export function encrypt(bytes: Uint8Array, place: Place): { kid: string; sealed: Buffer } {
  const { kid, secret } = currentKey();
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { kid, sealed: Buffer.concat([nonce, cipher.getAuthTag(), sealed]) };
}

/** Decrypts what `encrypt` gave; throws when it was altered or moved to another place, or its key is gone. */
export function decrypt({ kid, sealed }: { kid: string; sealed: Buffer }, place: Place): Buffer {
  const cipher = createDecipheriv("aes-256-gcm", keyById(kid).secret, sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([cipher.update(sealed.subarray(NONCE + TAG)), cipher.final()]);
}

/** Seals bytes for a place: the length of the id of the key, that id, and what `encrypt` gives. */
export function sealBytes(bytes: Uint8Array, place: Place): Buffer {
  const { kid, sealed } = encrypt(bytes, place);
  const id = Buffer.from(kid);
  return Buffer.concat([Buffer.of(id.length), id, sealed]);
}

/** Opens the result of `sealBytes` for this place; throws as `decrypt`. */
export function unsealBytes(sealed: Uint8Array, place: Place): Buffer {
  const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const at = 1 + (all[0] ?? 0);
  return decrypt({ kid: all.toString("utf8", 1, at), sealed: all.subarray(at) }, place);
}
