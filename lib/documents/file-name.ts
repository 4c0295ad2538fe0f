import { ok, type Result, refuse } from "@/lib/result";
import type { MediaType } from "./document";
import type { NameRefusal } from "./refusals";

const EXTENSION = { "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg" } satisfies Record<
  MediaType,
  string
>;

/** Characters that turn the reading order around, so that a name seems to end in something else (Unicode UAX #9). */
const TURNS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;
const FOLDER = /[/\\]|^\.{1,2}$/;
/** Control characters, invisible ones, halves and private ones, and what some systems do not take in a name. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*%]/gu;
const OURS = /(\.(pdf|png|jpe?g|jfif))+$/i;
const LONGEST = 80;

/**
 * The name a file is kept under: readable, at most eighty characters, ending in what the content is. Refused when it
 * names a folder or is written to be read backwards: no one's own file is called that.
 */
export function cleanName(given: string, mediaType: MediaType): Result<string, NameRefusal> {
  if (FOLDER.test(given.trim())) return refuse({ reason: "name-with-folder" });
  if (TURNS.test(given)) return refuse({ reason: "name-turned-around" });
  const tidy = given.normalize("NFC").replace(UNFIT, " ").replace(/\s+/gu, " ").trim();
  const stem = [...tidy.replace(OURS, "").replace(/^[.\s]+/, "")]
    .slice(0, LONGEST)
    .join("")
    .replace(/[.\s]+$/, "");
  return ok(`${stem || "document"}.${EXTENSION[mediaType]}`);
}

/** The header that makes a browser keep a file under this name (RFC 6266): plain letters, and the name as it is. */
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
