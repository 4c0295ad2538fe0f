import { indexOf, latin, uint32Reversed } from "./bytes";

const SNIFFED = 1024;
const MARKUP = /<(!doctype|html|head|body|script|iframe|svg|object|embed|meta|\?php|\?xml)/i;
/** Longest comment at the end of a ZIP, and what comes before it. */
const ZIP_TAIL = 0xffff + 22;

/**
 * Whether a browser could treat the start of a file as a page: browsers look at the first kilobyte (WHATWG MIME
 * Sniffing, 7.1).
 */
export const startsAsMarkup = (bytes: Uint8Array): boolean => MARKUP.test(latin(bytes, 0, SNIFFED));

/** Whether the file contains a page or a program anywhere. */
export const holdsMarkup = (bytes: Uint8Array): boolean => /<(html|script|iframe|\?php)/i.test(latin(bytes));

/** Whether a PDF begins somewhere else than at the start: readers accept a header in the first kilobyte. */
export const holdsPdf = (bytes: Uint8Array): boolean => indexOf(bytes, "%PDF-") >= 0;

/**
 * Whether it also opens as a ZIP (APPNOTE 4.3.16): a ZIP is read from its end, so anything may come before. Its end
 * record must point at real content, so random bytes do not match.
 */
export function holdsZip(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - ZIP_TAIL);
  for (let at = indexOf(bytes, "PK\x05\x06", from); at >= 0; at = indexOf(bytes, "PK\x05\x06", at + 1)) {
    const directory = at - uint32Reversed(bytes, at + 12);
    if (directory >= 0 && ["PK\x01\x02", "PK\x05\x06"].includes(latin(bytes, directory, directory + 4)))
      return true;
  }
  return false;
}
