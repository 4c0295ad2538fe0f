import { expect, test } from "vitest";
import { WHOLE_PART } from "./completion-item";
import { itemTitle } from "./completion-item-title";

test("a question of the ledger of state aid is named with its row", () => {
  expect(itemTitle({ part: "stateAid", field: "aid.1.amount" }, [])).toBe("Staatssteun: Bedrag (2)");
  expect(itemTitle({ part: "stateAid", field: "aidSector" }, [])).toContain("In welke sector");
});

test("a file is named by its kind", () => {
  expect(itemTitle({ part: "documents", field: "bank_statement" }, [])).toBe("Bestanden: Bankafschrift");
  expect(itemTitle({ part: "documents", field: WHOLE_PART }, [], "en-NL")).toBe("Files: Something else");
});
