import { latin } from "./bytes";

/** Where readers look for the end of a PDF. */
const TAIL = 1024;

/**
 * Whether it is one whole PDF (ISO 32000-1, 7.5): the header in its first byte, a cross-reference and an end, with
 * nothing but white space after it.
 */
export function isWholePdf(bytes: Uint8Array): boolean {
  if (!/^%PDF-[12]\.\d/.test(latin(bytes, 0, 8))) return false;
  return /startxref\s+\d+\s+%%EOF[\s\0]*$/.test(latin(bytes, bytes.length - TAIL));
}
