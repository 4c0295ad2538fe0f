import { describe, expect, test } from "vitest";
import home from "@/lib/i18n/nl/home.json";
import { ALL_RULES } from "@/lib/schemes/rules";
import { ruleLines } from "./rule-lines";

describe.each(ALL_RULES.map((rules) => [rules.id, rules] as const))(
  "the rules %s, explained",
  (_id, rules) => {
    const lines = ruleLines(rules);

    test("every line has a sentence, a source and a mark", () => {
      for (const { name, source, kind } of lines) {
        expect(home.scheme.rules).toHaveProperty(name);
        expect(source).not.toBe("");
        expect(["regulation", "assumption"]).toContain(kind);
      }
    });

    test("listed values have words", () => {
      for (const { value } of lines)
        if (typeof value === "object")
          for (const one of value) expect(home.scheme.values).toHaveProperty(one);
    });

    test("amounts are shown as amounts", () => {
      expect(lines.find(({ name }) => name === "deMinimisLimitCents")?.value).toBe("€\u00a0300.000");
    });

    test("each rule is explained once", () => {
      expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
    });
  },
);
