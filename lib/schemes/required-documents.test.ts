import { expect, test } from "vitest";
import { NAME_CHECKS } from "@/lib/answers/bank";
import { requiredDocuments } from "./required-documents";
import { rulesFor } from "./rules";

test.each(NAME_CHECKS)("a bank statement is required unless the bank confirms the name: %s", (nameCheck) => {
  for (const version of ["werkgeverssubsidie-2025", "werkgeverssubsidie-2026", "startbaan-2026"])
    expect(requiredDocuments(rulesFor(version), { nameCheck })).toEqual(
      nameCheck === "match" ? [] : ["bank_statement"],
    );
});

test("an empty account is not confirmed", () =>
  expect(requiredDocuments(rulesFor("startbaan-2026"))).toEqual(["bank_statement"]));
