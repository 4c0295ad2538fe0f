import { latin, startsWith, uint16, uint32 } from "./bytes";

/** Larger than any scan or photo, small enough to decode. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 30_000;

const isPicture = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS;

export const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
export const JPEG = [0xff, 0xd8, 0xff];

/** Whether it is one whole PNG (ISO/IEC 15948): a header with a size, pixels, an end, and nothing after it. */
export function isWholePng(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, PNG) || latin(bytes, 12, 16) !== "IHDR" || uint32(bytes, 8) !== 13) return false;
  if (!isPicture(uint32(bytes, 16), uint32(bytes, 20))) return false;
  let pixels = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const type = latin(bytes, at + 4, at + 8);
    const end = at + 12 + uint32(bytes, at);
    if (!/^[a-z]{4}$/i.test(type) || !(end <= bytes.length)) return false;
    pixels ||= type === "IDAT";
    if (type === "IEND") return pixels && end === bytes.length;
    at = end;
  }
  return false;
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const stands = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
const SCAN = 0xda;
const END = 0xd9;

/**
 * Index of the end of the picture in a JPEG (ISO/IEC 10918-1), when it has a frame with a size, pixels and an end;
 * undefined when it is not whole. Cameras write more after the end: a thumbnail, a second exposure.
 */
export function endOfJpeg(bytes: Uint8Array): number | undefined {
  if (!startsWith(bytes, JPEG)) return undefined;
  let framed = false;
  let pixels = false;
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === END) return framed && pixels ? at + 2 : undefined;
    if (marker === 0xff || stands(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = uint16(bytes, at + 2);
    if (!(length >= 2)) return undefined;
    if (isFrame(marker)) {
      framed = isPicture(uint16(bytes, at + 7), uint16(bytes, at + 5));
      if (!framed) return undefined;
    }
    at += 2 + length;
    if (marker === SCAN) {
      pixels = true;
      at = afterScan(bytes, at);
    }
  }
  return undefined;
}

/** The first marker after compressed pixels, in which 0xff is followed by a zero or a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
