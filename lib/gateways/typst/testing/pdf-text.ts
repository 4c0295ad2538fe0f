import { inflateSync } from "node:zlib";

type Entry = { dictionary: string; stream: string };

/** The words of a PDF made by typst, in reading order, a space between marked pieces; for tests. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages
    .map(({ dictionary }) => {
      const fonts = new Map(
        [...dictionary.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [
          name,
          glyphsOf(objects, id),
        ]),
      );
      const contents = /\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? "";
      return wordsIn(objects.get(contents)?.stream ?? "", fonts);
    })
    .join(" ")
    .replace(/\s+/g, " ");
}

function objectsOf(pdf: Buffer): Map<string, Entry> {
  const text = pdf.toString("latin1");
  const objects = new Map<string, Entry>();
  for (const match of text.matchAll(/^(\d+) 0 obj\s([\s\S]*?)(?:^endobj|^stream\r?\n)/gm)) {
    const [whole, id = "", dictionary = ""] = match;
    const from = match.index + whole.length;
    const bytes = pdf.subarray(from, from + Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0));
    const packed = dictionary.includes("/FlateDecode");
    const stream = whole.endsWith("endobj") ? "" : (packed ? inflateSync(bytes) : bytes).toString("latin1");
    objects.set(id, { dictionary, stream });
  }
  return objects;
}

function glyphsOf(objects: Map<string, Entry>, font: string): Map<number, string> {
  const id = /\/ToUnicode (\d+)/.exec(objects.get(font)?.dictionary ?? "")?.[1] ?? "";
  const pairs = (objects.get(id)?.stream ?? "").matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gim);
  return new Map(
    [...pairs].map(([, glyph = "", unicode = ""]) => [
      Number.parseInt(glyph, 16),
      Buffer.from(unicode, "hex").swap16().toString("utf16le"),
    ]),
  );
}

/** A font, a string (with balanced brackets), a string as digits, or the end of a marked piece. */
const PIECES =
  /\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<([0-9a-fA-F]+)>|EMC/g;

function wordsIn(content: string, fonts: Map<string, Map<number, string>>): string {
  let glyphs = new Map<number, string>();
  let words = "";
  const shown = content.replaceAll(/\/Lang \(nl\)|\/ActualText ?<[0-9a-fA-F]*>/g, "");
  for (const [, font, literal, hex] of shown.matchAll(PIECES)) {
    if (font) glyphs = fonts.get(font) ?? glyphs;
    else if (literal === undefined && hex === undefined) words += " ";
    else {
      const bytes = hex === undefined ? bytesOf(literal ?? "") : Buffer.from(hex, "hex");
      for (let i = 0; i + 1 < bytes.length; i += 2) words += glyphs.get(bytes.readUInt16BE(i)) ?? "?";
    }
  }
  return words;
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const bytesOf = (literal: string): Buffer =>
  Buffer.from(
    literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    ),
    "latin1",
  );
