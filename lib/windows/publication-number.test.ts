import { expect, test } from "vitest";
import { addressOfPublication, publicationNumber } from "./publication-number";

test.each([
  ["Staatscourant 2026, 12345", "Stcrt. 2026, 12345"],
  ["Stcrt. 2026, 12345", "Stcrt. 2026, 12345"],
  ["stcrt-2026-12345", "Stcrt. 2026, 12345"],
  [" 2026, 7 ", "Stcrt. 2026, 7"],
  ["Kamerbrief van 3 maart", undefined],
  ["Staatscourant 26, 12345", undefined],
  ["nieuwsbericht 2026", undefined],
  ["", undefined],
])("%j is the number %j", (text, number) => expect(publicationNumber(text)).toBe(number));

test("a number leads to the text of the publication", () =>
  expect(addressOfPublication("Stcrt. 2024, 19739")).toBe(
    "https://zoek.officielebekendmakingen.nl/stcrt-2024-19739.html",
  ));
