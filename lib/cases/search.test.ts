import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceFor } from "@/lib/applications/reference";
import { readSearch } from "./search";

const reference = referenceFor("werkgeverssubsidie", 2026, 4217);

describe("a search", () => {
  test.each([
    [reference, { kind: "reference", reference }],
    [reference.toLowerCase().replaceAll("-", " "), { kind: "reference", reference }],
    ["68750110", { kind: "employer", kvkNumber: "68750110" }],
    ["6875 0110", { kind: "employer", kvkNumber: "68750110" }],
    ["4217", { kind: "case-number", caseNumber: 4217 }],
    ["bakkerij", { kind: "name", words: "bakkerij" }],
    ["  Café 't Hoekje ", { kind: "name", words: "Café t Hoekje" }],
    ["WS-2026-004217-0", { kind: "name", words: "WS 2026 004217 0" }],
  ])("%s", (typed, search) => expect(readSearch(typed)).toEqual(search));

  test.each(["", "   ", "';--", "%_", "&|!()"])("is empty for %j", (typed) =>
    expect(readSearch(typed)).toBeUndefined(),
  );

  test("has letters, digits and spaces only, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (typed) => {
        const search = readSearch(typed);
        if (search?.kind === "name") expect(search.words).toMatch(/^[\p{L}\p{N}]+( [\p{L}\p{N}]+){0,5}$/u);
      }),
    );
  });
});
