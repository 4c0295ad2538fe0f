import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { csvOf, xlsxOf } from "./table-file";

const columns = [
  { key: "name", header: "Naam" },
  { key: "amount", header: "Bedrag" },
] as const;

describe("a CSV file", () => {
  test("has a head, quotes fields where needed and leaves numbers unquoted", () => {
    const rows = [
      { name: 'Bakkerij "De Oven", Utrecht', amount: 8000 },
      { name: "Test\r\nBV", amount: -12.5 },
    ];
    expect(csvOf(columns, rows)).toBe(
      'Naam,Bedrag\r\n"Bakkerij ""De Oven"", Utrecht",8000\r\n"Test\r\nBV",-12.5\r\n',
    );
  });

  test("continues without a second head", () => {
    expect(csvOf(columns, [{ name: "a", amount: 1 }], { withHeader: false })).toBe("a,1\r\n");
  });

  test("never starts a text as a formula", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string(), (start, rest) => {
        const [, line = ""] = csvOf([{ key: "name", header: "n" }], [{ name: start + rest }]).split(/^n\r\n/);
        expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
      }),
    );
  });
});

test("a spreadsheet has a text like a formula as text", async () => {
  const file = await xlsxOf("Blad", columns, [{ name: "=1+1", amount: 3 }]);
  expect(file.subarray(0, 2).toString()).toBe("PK");
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const sheet = parts.find(([name]) => name === "xl/worksheets/sheet1.xml")?.[1];
  expect(sheet).toContain("<c ");
  expect(sheet).not.toContain("<f>");
  expect(parts.map(([, text]) => text).join("")).toContain("=1+1");
});
