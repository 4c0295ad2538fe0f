import { describe, expect, test } from "vitest";
import { ok, refuse } from "@/lib/result";
import { type Asked, mayNotTreat } from "./not-treating";

const lapsed = { end: "lapsed", endedOn: "2026-06-01" } as const;

describe("leaving an application untreated", () => {
  test.each<[Asked]>([
    [undefined],
    [{ end: null, endedOn: null }],
    [{ end: "withdrawn", endedOn: "2026-06-01" }],
  ])("needs a request that ended: not %j", (asked) =>
    expect(mayNotTreat(asked, "2026-06-02")).toEqual(refuse({ reason: "never-asked-to-complete" })),
  );

  test.each([
    ["2026-06-02", true],
    ["2026-06-29", true],
    ["2026-06-30", false],
  ])("can be decided until four weeks after the term passed: %s is %s", (today, may) =>
    expect(mayNotTreat(lapsed, today).ok).toBe(may),
  );

  test("can be decided until after Christmas when the four weeks end on it", () => {
    const asked = { ...lapsed, endedOn: "2026-11-27" };
    expect(mayNotTreat(asked, "2026-12-28")).toEqual(ok({ ground: "not_completed", lastDay: "2026-12-28" }));
    expect(mayNotTreat(asked, "2026-12-29")).toEqual(
      refuse({
        reason: "too-late-not-to-treat",
        end: "lapsed",
        endedOn: "2026-11-27",
        lastDay: "2026-12-28",
      }),
    );
  });

  test("has a ground that says whether there was no answer or an insufficient one", () => {
    const groundOf = (end: "completed" | "lapsed") => {
      const may = mayNotTreat({ end, endedOn: "2026-06-01" }, "2026-06-02");
      return may.ok && may.value.ground;
    };
    expect(groundOf("lapsed")).toBe("not_completed");
    expect(groundOf("completed")).toBe("completed_insufficiently");
  });
});
