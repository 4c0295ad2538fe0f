import { readdirSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { CATALOGUES, DUTCH_ONLY } from "./catalogue";

type Words = { [key: string]: string | Words };

const isOfficial = (path: string) => Object.keys(DUTCH_ONLY).some((name) => path.startsWith(`${name}.`));

/** Every sentence of a catalogue by its path: "common.nav.home". */
function sentencesIn(words: Words, prefix = ""): [path: string, sentence: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : sentencesIn(value, `${prefix}${key}.`),
  );
}

/** What a sentence needs to be said: its arguments and tags, and the values that a choice tells apart. */
function needsOf(sentence: string): string[] {
  const needs = (elements: readonly MessageFormatElement[]): string[] =>
    elements.flatMap((element) => {
      switch (element.type) {
        case TYPE.literal:
        case TYPE.pound:
          return [];
        case TYPE.tag:
          return [`<${element.value}>`, ...needs(element.children)];
        case TYPE.select:
        case TYPE.plural: {
          const options = Object.entries(element.options);
          const told =
            element.type === TYPE.select ? options.map(([name]) => `${element.value}=${name}`) : [];
          return [element.value, ...told, ...options.flatMap(([, option]) => needs(option.value))];
        }
        default:
          return [element.value];
      }
    });
  return [...new Set(needs(parse(sentence)))].sort();
}

const dutch = sentencesIn(CATALOGUES.nl).filter(([path]) => !isOfficial(path));
const english = new Map(sentencesIn(CATALOGUES["en-NL"]).filter(([path]) => !isOfficial(path)));

/** What is the same in both languages. */
const SAME = new Set([
  "Startbaan",
  "startbaan",
  "Startbanen",
  "Budget",
  "Budget {year}",
  "auditor",
  "Lot",
  "Open",
  "Filters",
  "Privacy",
  "Cookies",
  "Postcode",
  "RSIN",
]);
const hasWords = (sentence: string) => /\p{L}/u.test(sentence.replace(/\{\w+\}/g, ""));
const DUTCH = /\b(het|een|niet|van|voor|u|uw|wij|ons|wordt|moet|naar|bij|aanvraag)\b/i;

describe("the English catalogue", () => {
  test("has the same files, except letters and other official ones", () => {
    const files = (folder: string) => readdirSync(new URL(folder, import.meta.url));
    const official = Object.keys(DUTCH_ONLY).map((name) => `${name}.json`);
    expect(files("en").sort()).toEqual(
      files("nl")
        .filter((file) => !official.includes(file))
        .sort(),
    );
  });

  test("has every sentence of the Dutch one and no other", () => {
    expect([...english.keys()].sort()).toEqual(dutch.map(([path]) => path).sort());
  });

  test("takes the same arguments in each sentence", () => {
    const different = dutch.filter(([path, sentence]) => {
      const other = english.get(path);
      return other !== undefined && String(needsOf(sentence)) !== String(needsOf(other));
    });
    expect(different.map(([path]) => path)).toEqual([]);
  });

  test("leaves no sentence untranslated", () => {
    const same = dutch.filter(([path, sentence]) => english.get(path) === sentence && hasWords(sentence));
    expect(same.filter(([, sentence]) => !SAME.has(sentence))).toEqual([]);
    expect([...english].filter(([, sentence]) => DUTCH.test(sentence))).toEqual([]);
  });
});

/** Whether a sentence chooses by scheme: another scheme would then be given the words of one of these. */
const choosesByScheme = (sentence: string): boolean => {
  const chooses = (elements: readonly MessageFormatElement[]): boolean =>
    elements.some((element) => {
      if (element.type === TYPE.tag) return chooses(element.children);
      if (element.type !== TYPE.select && element.type !== TYPE.plural) return false;
      const names = Object.keys(element.options);
      return (
        (element.type === TYPE.select &&
          (/scheme/i.test(element.value) || SCHEMES.some((s) => names.includes(s)))) ||
        Object.values(element.options).some(({ value }) => chooses(value))
      );
    });
  return chooses(parse(sentence));
};

describe("a sentence about a scheme", () => {
  test.each(Object.entries(CATALOGUES))("takes its name as an argument, in %s", (_locale, words) => {
    const choosing = sentencesIn(words).filter(([, sentence]) => choosesByScheme(sentence));
    expect(choosing.map(([path]) => path)).toEqual([]);
  });

  test("is found when it chooses, under any name and at any depth", () => {
    expect(choosesByScheme("{scheme, select, startbaan {Startbaan} other {x}} {year}")).toBe(true);
    expect(choosesByScheme("{n, plural, one {{kind, select, startbaan {a} other {b}}} other {c}}")).toBe(
      true,
    );
    expect(choosesByScheme("{scheme} {until, select, none {x} other {y}}")).toBe(false);
  });
});

describe("the checks of this test can fail", () => {
  test("on arguments, on choices and on tags", () => {
    expect(needsOf("{a} {b, plural, one {# {c}} other {x}}")).toEqual(["a", "b", "c"]);
    expect(needsOf("{a, select, x {1} other {2}}")).not.toEqual(needsOf("{a, select, y {1} other {2}}"));
    expect(needsOf("<strong>x</strong>")).toEqual(["<strong>"]);
  });
});
