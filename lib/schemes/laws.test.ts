import { expect, test } from "vitest";
import { addressOf, citationOf, LAWS } from "./laws";
import { ALL_RULES } from "./rules";

test.each([
  [
    { law: "awb", article: "4:25, tweede lid" },
    "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=4:25&g=",
  ],
  [{ law: "sowis" }, "https://zoek.officielebekendmakingen.nl/stcrt-2024-19739.html"],
  [{ law: "de_minimis", article: "3, tweede lid" }, "https://eur-lex.europa.eu/eli/reg/2023/2831/oj"],
] as const)("%j is found by its public identifier", (provision, address) =>
  expect(addressOf(provision)).toContain(address),
);

test("a provision is cited by the name of its law and its article", () => {
  expect(citationOf({ law: "awb", article: "4:25, tweede lid" })).toBe(
    "Algemene wet bestuursrecht, artikel 4:25, tweede lid",
  );
  expect(citationOf({ law: "sowis" })).toBe(LAWS.sowis.title);
});

test.each(ALL_RULES)("every parameter of $id that a regulation gives cites it", (rules) => {
  for (const [name, parameter] of Object.entries(rules))
    if (typeof parameter === "object" && parameter.kind === "regulation")
      expect(parameter.article, name).not.toBeNull();
});
