/** Pure functions that read file formats. */

/** Bytes as text of one character each, so that patterns can search binary data. */
export function latin(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = "";
  for (let at = Math.max(0, from); at < Math.min(to, bytes.length); at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, to)));
  return text;
}

export const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, place) => bytes[place] === byte);

/** Index of the first occurrence of these bytes from `from` on; -1 when there is none. */
export function indexOf(bytes: Uint8Array, signature: string, from = 0): number {
  const first = signature.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (latin(bytes, at, at + signature.length) === signature) return at;
  return -1;
}

/** Big-endian integer of four bytes; NaN past the end. */
export const uint32 = (bytes: Uint8Array, at: number): number =>
  at + 4 > bytes.length ? Number.NaN : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

export const uint16 = (bytes: Uint8Array, at: number): number =>
  at + 2 > bytes.length ? Number.NaN : new DataView(bytes.buffer, bytes.byteOffset).getUint16(at);

/** Little-endian integer of four bytes; NaN past the end. */
export const uint32Reversed = (bytes: Uint8Array, at: number): number =>
  at + 4 > bytes.length ? Number.NaN : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
