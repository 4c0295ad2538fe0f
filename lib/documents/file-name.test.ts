import fc from "fast-check";
import { expect, test } from "vitest";
import { attachment, cleanName } from "./file-name";

const nameOf = (given: string) => {
  const cleaned = cleanName(given, "application/pdf");
  return cleaned.ok ? cleaned.value : cleaned.refusal.reason;
};

test.each([
  ["Bankafschrift juni.pdf", "Bankafschrift juni.pdf"],
  ["Überweisung café.PDF", "Überweisung café.pdf"],
  ["plan.pdf.pdf", "plan.pdf"],
  ["plan versie 1.2", "plan versie 1.2.pdf"],
  ["foto.jpg", "foto.pdf"],
  ["plan.pdf.exe", "plan.pdf.exe.pdf"],
  ["a\u0000b\nc.pdf", "a b c.pdf"],
  ["on\u200bzicht\ufeffbaar.pdf", "on zicht baar.pdf"],
  ['wat? "ja" <nee>: 50%.pdf', "wat ja nee 50.pdf"],
  [".htaccess", "htaccess.pdf"],
  [".pdf", "document.pdf"],
  ["", "document.pdf"],
  ["  .  ", "document-name-folder"],
  ["../../etc/passwd", "document-name-folder"],
  ["C:\\Users\\Anna\\plan.pdf", "document-name-folder"],
  ["..", "document-name-folder"],
  ["afschrift\u202efdp.exe", "document-name-turned"],
  ["\u2067plan.pdf", "document-name-turned"],
])("'%s' becomes '%s'", (given, expected) => expect(nameOf(given)).toBe(expected));

test("a long name is cut between characters", () => {
  expect(nameOf(`${"é😀".repeat(100)}.pdf`)).toBe(`${"é😀".repeat(40)}.pdf`);
});

test("every name becomes short and safe in a header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
      const cleaned = cleanName(given, "image/png");
      if (!cleaned.ok) return;
      expect(cleaned.value).toMatch(/^[^/\\\p{Cc}\p{Cf}<>:"|?*]+\.png$/u);
      expect([...cleaned.value].length).toBeLessThanOrEqual(84);
      expect(attachment(cleaned.value)).toMatch(
        /^attachment; filename="[\w .-]+"; filename\*=UTF-8''[\w.~%-]+$/,
      );
    }),
    { numRuns: 200 },
  );
});

test("the header has the plain name and the exact one", () => {
  expect(attachment("café (1).pdf")).toBe(
    `attachment; filename="cafe 1.pdf"; filename*=UTF-8''caf%C3%A9%20%281%29.pdf`,
  );
});
