import { expect, test } from "vitest";
import { validSections } from "@/db/testing/answers";
import { aidDeclaration } from "@/lib/answers/aid-declaration";
import { emptyDraft, withPart } from "@/lib/answers/draft";
import { sectionProblems } from "@/lib/answers/form-schemas";
import { stateAidSchema } from "./state-aid-answers";

const valid = validSections().stateAid;
const brief = (answers: typeof valid) =>
  sectionProblems("stateAid", answers).map(({ field, code }) => `${field}: ${code}`);

test("without aid all rows are ignored", () => {
  expect(brief({ ...valid, aidReceived: "no", "aid.0.amount": "veel" })).toEqual([]);
  expect(stateAidSchema.parse({ ...valid, aidReceived: "no" }).aid).toEqual([]);
});

test("with aid the first row and every row with an answer are required in full", () => {
  const { "aid.0.grantor": _grantor, "aid.0.amount": _amount, "aid.0.grantedOn": _day, ...none } = valid;
  expect(brief(none)).toEqual([
    "aid.0.grantedOn: required",
    "aid.0.grantor: required",
    "aid.0.amount: required",
  ]);
  expect(brief({ ...valid, "aid.3.amount": "1,234", "aid.3.kvkNumber": "123" })).toEqual([
    "aid.3.grantedOn: required",
    "aid.3.grantor: required",
    "aid.3.amount: not_an_amount",
    "aid.3.kvkNumber: not_a_kvk_number",
  ]);
});

test("the companies of a group are read as numbers", () => {
  expect(stateAidSchema.parse({ ...valid, groupKvkNumbers: "12345678, 23456789" }).groupKvkNumbers).toEqual([
    "12345678",
    "23456789",
  ]);
  expect(brief({ ...valid, groupKvkNumbers: "1234" })).toEqual(["groupKvkNumbers: not_kvk_numbers"]);
});

test("the declaration follows from the ledger and names its version", () => {
  expect(aidDeclaration({})).toBeUndefined();
  const lines =
    aidDeclaration({ ...valid, groupKvkNumbers: "12345678", "aid.0.kvkNumber": "12345678" }) ?? [];
  expect(lines).toHaveLength(5);
  expect(lines[0]).toContain("KVK-nummer 12345678");
  expect(lines[2]).toMatch(/1 mei 2025: €\s10\.000 van Gemeente Utrecht \(algemeen, KVK-nummer 12345678\)/);
  expect(lines.at(-1)).toMatch(/^Tekst \d{4}-\d+/);
  expect(aidDeclaration({ ...valid, aidReceived: "no" })?.[1]).toContain("geen de-minimissteun");
});

test("a change of the ledger removes the agreement to its declaration; another change does not", () => {
  const draft = { ...emptyDraft(), ...validSections() };
  const same = withPart(draft, "stateAid", { ...valid });
  expect(same.declarations).toEqual(draft.declarations);
  const changed = withPart(draft, "stateAid", { ...valid, "aid.0.amount": "11.000" });
  expect(changed.declarations).not.toHaveProperty("deMinimis");
  expect(changed.declarations).toHaveProperty("truthful", "yes");
  expect(changed.revisions).toEqual({ stateAid: 1, declarations: 1 });
});
