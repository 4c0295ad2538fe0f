import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aJpeg, aPdf, aPng, aZip, eicar, joined, pngChunk } from "@/db/testing/files";
import { examine, wrongType } from "./content";
import { LARGEST_BYTES } from "./document";

const outcomeOf = async (bytes: Uint8Array) => {
  const result = await examine(bytes);
  return result.ok ? result.value.mediaType : result.refusal;
};
const TWO = { reason: "document-two-in-one" };
const html = "<html><script>alert(1)</script></html>";

describe("the kind of a file follows from its content", () => {
  test.each([
    ["a PDF", aPdf(), "application/pdf"],
    ["a PDF that ends in white space", joined(aPdf(), "\r\n\0"), "application/pdf"],
    ["a PDF of exactly the largest size", largest(), "application/pdf"],
    ["a PNG", aPng(), "image/png"],
    ["a JPEG", aJpeg(), "image/jpeg"],
    ["a JPEG with the small copy that cameras add", joined(aJpeg(), aJpeg()), "image/jpeg"],
  ])("%s", async (_what, bytes, mediaType) => expect(await outcomeOf(bytes)).toBe(mediaType));
});

describe("a file is refused", () => {
  test.each([
    ["when it is empty", new Uint8Array(), { reason: "document-empty" }],
    ["when it is one byte too large", joined(largest(), "\n"), { reason: "document-too-large" }],
    ["when it is the test virus", eicar(), { reason: "document-virus" }],
    ["when the test virus is inside a PDF", joined(aPdf(), eicar()), { reason: "document-virus" }],
    ["when it is an SVG", joined('<svg xmlns="http://www.w3.org/2000/svg"/>'), { reason: "document-svg" }],
    [
      "when it is an SVG with a head",
      joined('<?xml version="1.0"?><!-- x --><svg/>'),
      { reason: "document-svg" },
    ],
    ["when it is a page", joined(html), { reason: "document-wrong-type", looksLike: undefined }],
    [
      "when it is a ZIP",
      joined("PK\x03\x04", new Uint8Array(40)),
      { reason: "document-wrong-type", looksLike: "zip" },
    ],
    [
      "when it is a GIF",
      joined("GIF89a", new Uint8Array(20)),
      { reason: "document-wrong-type", looksLike: "gif" },
    ],
    [
      "when it is a program",
      joined("MZ", new Uint8Array(60)),
      { reason: "document-wrong-type", looksLike: "exe" },
    ],
    ["when it is text", joined("iban;saldo"), { reason: "document-wrong-type", looksLike: undefined }],
    ["when a PDF is cut off", aPdf().subarray(0, 300), { reason: "document-damaged", type: "pdf" }],
    [
      "when something follows a PDF",
      joined(aPdf(), "MZ program"),
      { reason: "document-damaged", type: "pdf" },
    ],
    ["when a PDF does not start at its first byte", joined("hello\n", aPdf()), TWO],
    ["when a PDF is a ZIP too", joined(aPdf(), aZip()), TWO],
    ["when a PDF is a page too", joined("%PDF-1.4\n", html, aPdf()), TWO],
    ["when a PNG is cut off", aPng().subarray(0, 50), { reason: "document-damaged", type: "png" }],
    ["when a PNG goes on after its end", joined(aPng(), "more"), { reason: "document-damaged", type: "png" }],
    ["when a PNG is impossibly large", aPng(30_001, 10), { reason: "document-damaged", type: "png" }],
    ["when a PNG has no size", aPng(0, 0), { reason: "document-damaged", type: "png" }],
    ["when a PNG is a ZIP too", joined(aPng(), aZip()), TWO],
    ["when a PNG holds a page", withText(html), TWO],
    ["when a PNG holds a PDF", withText("%PDF-1.4"), TWO],
    ["when a JPEG is cut off", aJpeg().subarray(0, 120), { reason: "document-damaged", type: "jpg" }],
    ["when a JPEG is a page too", joined(aJpeg(), html), TWO],
    ["when a JPEG is a ZIP too", joined(aJpeg(), aZip()), TWO],
    ["when a JPEG is a PDF too", joined(aJpeg(), aPdf()), TWO],
  ])("%s", async (_what, bytes, refusal) => expect(await outcomeOf(bytes)).toEqual(refusal));
});

test("no truncation of a real file is accepted, and no bytes cause an exception", async () => {
  const real = [aPdf(), aPng(), aJpeg()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...real),
      fc.double({ min: 0, max: 0.98, noNaN: true }),
      async (bytes, share) => {
        expect(await outcomeOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toHaveProperty("reason");
      },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...real), fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
      const result = await examine(joined(start.subarray(0, 12), rest));
      expect(result.ok).toBe(false);
    }),
  );
});

function largest(): Uint8Array {
  const most = LARGEST_BYTES - 1000;
  return aPdf("x", most + LARGEST_BYTES - aPdf("x", most).length);
}

function withText(content: string): Uint8Array {
  const png = aPng();
  return joined(png.subarray(0, 33), pngChunk("tEXt", joined(content)), png.subarray(33));
}

test.each([
  ["docx", "document-word"],
  ["heic", "document-heic"],
  ["exe", "document-wrong-type"],
  [undefined, "document-wrong-type"],
])("a file that looks like %s is refused as %s", (looksLike, reason) =>
  expect(wrongType(looksLike)).toBe(reason),
);
