import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Filing } from "@/lib/answers/answers";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import { wordsOf } from "@/lib/i18n/words";
import { agreedTo, CURRENT_TEXTS, textOf } from "./texts";

const NAMES = Object.keys(
  SECTION_FIELDS.declarations,
) as (keyof Filing["declarations"])[] as (keyof Filing["declarations"])[];

test("the text on screen is the text that is agreed to: another label needs another version", () => {
  for (const agreed of agreedTo(NAMES))
    expect(textOf(agreed)).toBe(wordsOf("form")(`${agreed.name as (typeof NAMES)[number]}.label`));
});

test("a published text does not change", () => {
  const published = readFileSync(new URL("./texts-2026-1.json", import.meta.url));
  expect(createHash("sha256").update(published).digest("hex")).toBe(
    "b7ed1011701f006504264984c26b37121050c13f5c411d5e015ebb44401d8b95",
  );
});

test("a text that differs from the agreed one is not shown for it", () => {
  const [agreed] = agreedTo(["truthful"]);
  expect(agreed).toMatchObject({ textVersion: CURRENT_TEXTS });
  if (agreed) expect(textOf({ ...agreed, textHash: "0".repeat(64) })).toBeUndefined();
});
