import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const words = z.strictObject({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().min(1)).min(1),
});

/** The keys that release 0.4 of publiccode.yml requires, and the optional ones that are used here. */
const schema = z.strictObject({
  publiccodeYmlVersion: z.literal("0.4"),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  softwareVersion: z.string(),
  releaseDate: z.iso.date(),
  platforms: z.array(z.string()).min(1),
  categories: z.array(z.string()).min(1),
  developmentStatus: z.enum(["concept", "development", "beta", "stable", "obsolete"]),
  softwareType: z.literal("standalone/web"),
  intendedAudience: z.strictObject({ countries: z.array(z.string().length(2)) }),
  description: z.record(z.string(), words),
  legal: z.strictObject({ license: z.string() }),
  maintenance: z.strictObject({
    type: z.literal("internal"),
    contacts: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  }),
  localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(z.string()) }),
});

const file = parse(readFileSync("publiccode.yml", "utf8"));
const pack = JSON.parse(readFileSync("package.json", "utf8"));
const languages = readdirSync("lib/i18n", { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

test("publiccode.yml has the required keys, and no unknown ones", () =>
  expect(schema.safeParse(file).error?.issues ?? []).toEqual([]));

test("publiccode.yml names the licence, version and languages of this product", () => {
  expect(file.legal.license).toBe(pack.license);
  expect(file.softwareVersion).toBe(pack.version);
  expect(file.localisation.availableLanguages.toSorted()).toEqual(languages.toSorted());
});

test.each(["url", "legal", "localisation", "developmentStatus"])("a file without %s is refused", (key) => {
  const { [key]: _, ...rest } = file;
  expect(schema.safeParse(rest).success).toBe(false);
});
