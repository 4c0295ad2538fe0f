import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { cents } from "@/lib/money";
import { GRANT_FIELDS, grantsSchema, LICENCE, type PublishedGrant, publicFields } from "./grant";
import { csvOf } from "./table-file";
import { describedRows, readCsv } from "./testing/read-csv";

const schema = grantsSchema("grants", (field) => field);
const described = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
const fileOf = (subsidies: unknown[]) => ({
  stand: "2026-06-01T12:00:00.000Z",
  licentie: LICENCE,
  subsidies,
});
const columns = GRANT_FIELDS.map((key) => ({ key, header: key }));
const csv = (grants: readonly PublishedGrant[]) => csvOf(columns, grants.map(publicFields));

const grantOf = (employer: string, caseNumber = 1): PublishedGrant => ({
  caseNumber,
  employer,
  kvkNumber: "01234567",
  scheme: "startbaan",
  year: 2026,
  amountCents: cents(1_234_550),
  decidedOn: "2026-06-01",
  isExample: false,
});

const AWKWARD = [
  'De "Oven"',
  "Brood, koek",
  "Bakker\r\nUtrecht",
  "Bakker\nUtrecht",
  '"',
  "a\tb",
  "",
  " ",
  "café €",
  "O'Neill",
];

test("a grant is the same in both files, as they are described, whatever the name of the employer", () => {
  const grants = AWKWARD.map(grantOf);
  const rows = describedRows(csv(grants), schema.properties.subsidies.items.properties);
  expect(rows).toEqual(grants.map(publicFields));
  const json = JSON.parse(JSON.stringify(fileOf(grants.map(publicFields))));
  expect(described.parse(json)).toEqual(json);
  expect(described.parse(fileOf(rows))).toEqual(json);
});

test("any name is one field of one row; only a text like a formula gets an apostrophe in front", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }), (names) => {
      const [, ...rows] = readCsv(csv(names.map(grantOf)));
      const read = rows.map(([, name]) => name ?? "");
      expect(read.map((name, place) => (name === names[place] ? name : name.replace(/^'/, "")))).toEqual(
        names,
      );
      expect(read.filter((name) => /^[=+\-@\t\r]/.test(name))).toEqual([]);
    }),
  );
});

test("a row of another shape does not match the description", () => {
  const fields = publicFields(grantOf("Bakker"));
  for (const wrong of [
    { kvkNummer: "1234567" },
    { regeling: "anders" },
    { bedragEuro: "1" },
    { deelnemer: "x" },
  ])
    expect(described.safeParse(fileOf([{ ...fields, ...wrong }])).success).toBe(false);
});

test("the reader of these tests refuses ambiguous files", () => {
  expect(readCsv('a,b\r\n"x, ""y""\r\n",\r\n')).toEqual([
    ["a", "b"],
    ['x, "y"\r\n', ""],
  ]);
  for (const wrong of ['a"b,c\r\n', '"a"b\r\n', "a,b", '"a\r\n', "a\nb\r\n"])
    expect(() => readCsv(wrong)).toThrow("no field");
});
