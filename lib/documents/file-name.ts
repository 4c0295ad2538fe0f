import { ok, type Result, refuse } from "@/lib/result";
import type { MediaType } from "./document";
import type { NameRefusal } from "./refusals";

const EXTENSION = { "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg" } satisfies Record<
  MediaType,
  string
>;

/** Characters that reverse the reading order, so that a name seems to have another extension (Unicode UAX #9). */
const TURNS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;
const FOLDER = /[/\\]|^\.{1,2}$/;
/**
 * Control characters, invisible ones, surrogates and private ones, and characters that some systems do not allow in a
 * name.
 */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*%]/gu;
const OURS = /(\.(pdf|png|jpe?g|jfif))+$/i;
const LONGEST = 80;

/**
 * The name under which a file is stored: readable, at most eighty characters, with the extension of its content.
 * Refused when it names a folder or reverses the reading order.
 */
export function cleanName(given: string, mediaType: MediaType): Result<string, NameRefusal> {
  if (FOLDER.test(given.trim())) return refuse({ reason: "document-name-folder" });
  if (TURNS.test(given)) return refuse({ reason: "document-name-turned" });
  const tidy = given.normalize("NFC").replace(UNFIT, " ").replace(/\s+/gu, " ").trim();
  const stem = [...tidy.replace(OURS, "").replace(/^[.\s]+/, "")]
    .slice(0, LONGEST)
    .join("")
    .replace(/[.\s]+$/, "");
  return ok(`${stem || "document"}.${EXTENSION[mediaType]}`);
}

/** The header that makes a browser save a file under this name (RFC 6266): in ASCII, and exactly. */
export function attachment(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\w .-]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain.startsWith(".") ? `document${plain}` : plain}"; filename*=UTF-8''${exact}`;
}
