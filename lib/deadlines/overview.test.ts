import { describe, expect, test } from "vitest";
import { DUE_KINDS, type DueFilter, horizonOf, hrefOf, readFilter } from "./overview";

// Wednesday.
const TODAY = "2026-06-10";

test.each([
  ["2026-06-09", "overdue"],
  ["2026-06-10", "this_week"],
  ["2026-06-14", "this_week"],
  ["2026-06-15", "next_two_weeks"],
  ["2026-06-28", "next_two_weeks"],
  ["2026-06-29", "later"],
])("what falls due on %s is %s", (day, horizon) => expect(horizonOf(day, TODAY)).toBe(horizon));

test("the end of the week on a Sunday is today", () => {
  expect(horizonOf("2026-06-14", "2026-06-14")).toBe("this_week");
  expect(horizonOf("2026-06-15", "2026-06-14")).toBe("next_two_weeks");
});

const asked = (href: string) => readFilter(Object.fromEntries(new URL(href, "http://x").searchParams));

describe("the address of the list", () => {
  test("is read back as it was written", () => {
    const places = [
      undefined,
      { dueOn: "2026-06-10", kind: "response", key: "0198c0de-0000-7000-8000-000000000001" },
      { dueOn: "2026-06-10", kind: "decision", key: "000000000004217" },
    ] as const;
    for (const kind of [undefined, ...DUE_KINDS])
      for (const isMine of [true, false])
        for (const after of places) {
          const filter: DueFilter = { isMine, kind, ...(after && { after }) };
          expect(asked(hrefOf(filter))).toEqual(filter);
        }
    expect(hrefOf({ isMine: false })).toBe("/deadlines");
  });

  test.each([
    "na=2026-02-30~besluit~1",
    "na=x",
    "na=2026-06-10~iets~1",
    "na=2026-06-10~besluit~0198c0de-0000-7000-8000-000000000001",
    "soort=iets&van=jou",
  ])("without meaning, %s, shows everything", (words) =>
    expect(asked(`/deadlines?${words}`)).toEqual({ isMine: false, kind: undefined }),
  );
});
