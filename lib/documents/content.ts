import { fileTypeFromBuffer } from "file-type";
import { ok, type Result, refuse } from "@/lib/result";
import { indexOf, latin, startsWith } from "./bytes";
import { LARGEST_BYTES, type MediaType } from "./document";
import { endOfJpeg, isWholePng, JPEG, PNG } from "./images";
import { isWholePdf } from "./pdf";
import { holdsMarkup, holdsPdf, holdsZip, startsAsMarkup } from "./polyglot";
import type { ContentRefusal } from "./refusals";

/**
 * The harmless file that every virus scanner must recognise (eicar.org); in two parts, so that this source is not that
 * file.
 */
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const SAMPLE = 4100;

/**
 * The kind of a file by its content alone: one whole PDF, PNG or JPEG and nothing else. A file of two kinds at once is
 * refused, because readers differ in which of the two they show.
 */
export async function examine(bytes: Uint8Array): Promise<Result<{ mediaType: MediaType }, ContentRefusal>> {
  if (bytes.length === 0) return refuse({ reason: "document-empty" });
  if (bytes.length > LARGEST_BYTES) return refuse({ reason: "document-too-large" });
  if (indexOf(bytes, EICAR) >= 0) return refuse({ reason: "document-virus" });
  if (startsWith(bytes, PNG)) return examinePng(bytes);
  if (startsWith(bytes, JPEG)) return examineJpeg(bytes);
  if (latin(bytes, 0, 5) === "%PDF-") return examinePdf(bytes);
  if (isSvg(bytes)) return refuse({ reason: "document-svg" });
  if (indexOf(bytes.subarray(0, 1024), "%PDF-") >= 0) return refuse({ reason: "document-two-in-one" });
  const known = await fileTypeFromBuffer(bytes.subarray(0, SAMPLE)).catch(() => undefined);
  return refuse({ reason: wrongType(known?.ext), looksLike: known?.ext });
}

/** The refusal with the best advice, by the extension that the content looks like. */
export function wrongType(looksLike: string | undefined) {
  if (looksLike && ["docx", "doc", "cfb", "odt", "rtf"].includes(looksLike)) return "document-word";
  if (looksLike && ["heic", "heif", "avif"].includes(looksLike)) return "document-heic";
  return "document-wrong-type";
}

function examinePng(bytes: Uint8Array): Result<{ mediaType: MediaType }, ContentRefusal> {
  if (holdsZip(bytes) || holdsMarkup(bytes) || holdsPdf(bytes))
    return refuse({ reason: "document-two-in-one" });
  return isWholePng(bytes)
    ? ok({ mediaType: "image/png" })
    : refuse({ reason: "document-damaged", type: "png" });
}

function examineJpeg(bytes: Uint8Array): Result<{ mediaType: MediaType }, ContentRefusal> {
  if (holdsZip(bytes) || holdsMarkup(bytes) || holdsPdf(bytes))
    return refuse({ reason: "document-two-in-one" });
  const whole = endOfJpeg(bytes) !== undefined;
  return whole ? ok({ mediaType: "image/jpeg" }) : refuse({ reason: "document-damaged", type: "jpg" });
}

function examinePdf(bytes: Uint8Array): Result<{ mediaType: MediaType }, ContentRefusal> {
  if (holdsZip(bytes) || startsAsMarkup(bytes)) return refuse({ reason: "document-two-in-one" });
  return isWholePdf(bytes)
    ? ok({ mediaType: "application/pdf" })
    : refuse({ reason: "document-damaged", type: "pdf" });
}

const isSvg = (bytes: Uint8Array): boolean => /<svg[\s/>]/i.test(latin(bytes, 0, SAMPLE));
