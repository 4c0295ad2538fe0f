import { expect, test } from "vitest";
import { itemTitle } from "./item-title";

test("a question of the ledger of state aid is named with its row", () => {
  expect(itemTitle({ part: "stateAid", field: "aid.1.amount" }, [])).toBe("Staatssteun: Bedrag (2)");
  expect(itemTitle({ part: "stateAid", field: "aidSector" }, [])).toContain("In welke sector");
});
