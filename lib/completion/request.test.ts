import { describe, expect, test } from "vitest";
import { askable, type Item, keyOf, readKey, shiftsRank, WHOLE_PART } from "@/lib/answers/completion-item";
import { decideRequest, usualDeadline } from "./request";

const TODAY = "2026-11-24";
const KEY = "0198c0de-0000-7000-8000-000000000001";
const item = (over: Partial<Item> = {}): Item => ({
  part: "bank",
  field: "iban",
  listed: true,
  words: "",
  ...over,
});
const ask = (items: Item[], dueOn = "2026-12-08") => decideRequest({ items, dueOn }, TODAY);

describe("a request to complete", () => {
  test("gives two weeks, ending on an ordinary day", () => {
    expect(usualDeadline(TODAY)).toBe("2026-12-08");
    expect(usualDeadline("2026-12-11")).toBe("2026-12-28");
  });
  test("has each item once", () =>
    expect(ask([item(), item({ words: "nog eens" })])).toEqual({
      ok: true,
      value: { items: [item()], dueOn: "2026-12-08" },
    }));
  test("ends on an ordinary day, whatever day was typed", () =>
    expect(ask([item()], "2026-12-25")).toMatchObject({ value: { dueOn: "2026-12-28" } }));
  test.each([
    ["nothing-asked", []],
    ["words-missing", [item(), item({ field: WHOLE_PART })]],
    ["words-missing", [item({ listed: false })]],
  ] as const)("is refused: %s", (reason, items) =>
    expect(ask([...items])).toMatchObject({ ok: false, refusal: { reason } }),
  );
  test.each([
    ["2026-11-30", "deadline-too-soon"],
    ["2026-12-01", undefined],
    ["2027-01-19", undefined],
    ["2027-01-20", "deadline-too-late"],
  ])("due %s is %s", (dueOn, reason) => {
    const answer = ask([item()], dueOn);
    expect(answer.ok ? undefined : answer.refusal.reason).toBe(reason);
  });
});

test("only a listed item moves the rank day", () => {
  expect(shiftsRank([item({ listed: false })])).toBe(false);
  expect(shiftsRank([item({ listed: false }), item()])).toBe(true);
});

test("every selectable key is read back, and no other", () => {
  for (const { part, fields } of askable("startbaan", [KEY]))
    for (const field of fields)
      expect(readKey(keyOf({ part, field }), "startbaan", [KEY])).toEqual({ part, field });
  expect(readKey("company.learningRoute", "startbaan", [KEY])).toBeUndefined();
  expect(readKey(`trajectory:${KEY}.learningRoute`, "werkgeverssubsidie", [KEY])).toBeUndefined();
  expect(readKey(`trajectory:${KEY}.pseudonym`, "startbaan", [])).toBeUndefined();
});
