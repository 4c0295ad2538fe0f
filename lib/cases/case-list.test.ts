import { describe, expect, test } from "vitest";
import type { Staff } from "@/lib/actor";
import { addDays, weekdayOf } from "@/lib/dates";
import { STATES } from "@/lib/vocabulary/lifecycle";
import { dueRange, filterOf, placeOf, placeText } from "./case-list";
import { fromTheStart, listHref, queryOf, readWords, SHOWN, SORTS, TERMS } from "./list-words";

const ME = "01990000-0000-7000-8000-000000000001";
const reviewer: Staff = { kind: "staff", personId: ME, roles: ["reviewer"] };
const decider: Staff = { kind: "staff", personId: ME, roles: ["decider"] };
const auditor: Staff = { kind: "staff", personId: ME, roles: ["auditor"] };
/** A Tuesday. */
const TODAY = "2026-11-24";
const filter = (params: Record<string, unknown>, actor = reviewer) =>
  filterOf(readWords(params, actor), actor, TODAY);

describe("the address of a list", () => {
  test("without parameters shows the work of the official's own duty", () => {
    expect(readWords({}, reviewer).toon).toBe("te-beoordelen");
    expect(readWords({}, decider).toon).toBe("te-beslissen");
    expect(readWords({}, auditor).toon).toBe("alle");
    expect(readWords({ zoek: "bakkerij" }, reviewer).toon).toBe("alle");
  });

  test("ignores parameters that have no meaning", () => {
    const nonsense = {
      toon: "x",
      regeling: "'; drop table",
      op: "id; --",
      van: "iedereen",
      termijn: ["a", "b"],
    };
    expect(readWords({ ...nonsense, na: "x".repeat(200) }, reviewer)).toEqual(readWords({}, reviewer));
  });

  test("is read back as it was written", () => {
    const words = readWords(
      {
        toon: "open",
        zoek: "bakkerij utr",
        regeling: "startbaan",
        van: "mij",
        spoor: "vrouwen",
        op: "bedrag",
        af: "ja",
      },
      reviewer,
    );
    const again = readWords(Object.fromEntries(new URLSearchParams(queryOf(words))), reviewer);
    expect(again).toEqual(words);
    expect(listHref(words)).toBe(
      "/cases?toon=open&zoek=bakkerij+utr&regeling=startbaan&van=mij&spoor=vrouwen&op=bedrag&af=ja",
    );
    expect(queryOf(fromTheStart({ ...words, na: "1~2" }))).toBe(queryOf(words));
  });
});

describe("a filter", () => {
  test("never includes drafts, and can include every other state", () => {
    for (const toon of SHOWN) expect(filter({ toon }).states).not.toContain("draft");
    expect(new Set(filter({ toon: "alle" }).states)).toEqual(
      new Set(STATES.filter((state) => state !== "draft")),
    );
  });

  test("filters on the official, on nobody and on a colleague", () => {
    expect(filter({ van: "mij" }).assigneeId).toBe(ME);
    expect(filter({ van: "niemand" }).assigneeId).toBeNull();
    expect(filter({}).assigneeId).toBeUndefined();
  });

  test("with a term filters on undecided cases, in order of that term", () => {
    const late = filter({ toon: "alle", termijn: "te-laat", op: "bedrag" });
    expect(late).toMatchObject({ sort: "termijn", due: { until: "2026-11-23" } });
    expect(late.states).not.toContain("granted");
  });

  test("has terms that follow each other without a gap: this week ends on Sunday", () => {
    expect(dueRange("deze-week", TODAY)).toEqual({ from: TODAY, until: "2026-11-29" });
    expect(dueRange("volgende-week", TODAY)).toEqual({ from: "2026-11-30", until: "2026-12-06" });
    for (let day = TODAY, days = 0; days < 14; day = addDays(day, 1), days++) {
      const { until = "" } = dueRange("deze-week", day);
      expect(weekdayOf(until)).toBe(7);
      expect(dueRange("volgende-week", day).from).toBe(addDays(until, 1));
    }
    expect(TERMS).toHaveLength(5);
  });
});

describe("a position in a list", () => {
  test.each([
    ["rangdag", "2026-03-01"],
    ["termijn", "2026-03-01"],
    ["bedrag", "800000"],
    ["werkgever", "bakkerij ~ zoon"],
    ["wijziging", "2026-03-01T10:00:00.123Z"],
  ] as const)("sorted by %s is read as it was written", (sort, key) => {
    const place = { key, caseNumber: 12 };
    expect(placeOf(sort, placeText(place))).toEqual(place);
  });

  test.each(SORTS)("sorted by %s is ignored when it has no meaning", (sort) => {
    const long = `${"9".repeat(61)}~1`;
    for (const text of [undefined, "", "~", "x", "2026-03-01~", "1~x", long])
      expect(placeOf(sort, text), text).toBeUndefined();
    if (sort !== "werkgever") expect(placeOf(sort, "2026-02-30x~12")).toBeUndefined();
  });
});
