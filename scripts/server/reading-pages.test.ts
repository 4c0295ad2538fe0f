import { describe, expect, test } from "vitest";
import { ROUTES } from "../../e2e/pages";
import { keptAddress, READING_PAGES, readingPageAt } from "./reading-pages";

const pages = ROUTES.filter(({ who, isDownload }) => who.includes("visitor") && !isDownload);

test("the pages to read are exactly those of visitors", () => {
  expect(READING_PAGES.map(({ path }) => path).sort()).toEqual(pages.map(({ path }) => path).sort());
});

test.each([
  ["/", "/"],
  ["/schemes/startbaan", "/schemes/[scheme]"],
  ["/schemes/startbaan/check", "/schemes/[scheme]/check"],
  ["/draws", undefined],
  ["/draws/1/record.json", undefined],
  ["/applications", undefined],
  ["/budget/windows", undefined],
])("%s is %s", (path, page) => expect(readingPageAt(path)?.path).toBe(page));

describe("the key of a kept page", () => {
  const kept = (asked: string) => {
    const { pathname, searchParams } = new URL(asked, "https://subsidie.example");
    const page = readingPageAt(pathname);
    return page && keptAddress(page, pathname, searchParams);
  };

  test.each([
    ["/budget", "/budget"],
    ["/budget?utm_source=a", "/budget"],
    ["/open-data?voor=12", "/open-data?voor=12"],
    ["/open-data?x=1&voor=12", "/open-data?voor=12"],
    ["/open-data?voor=<script>", undefined],
    ["/open-data?voor=1&voor=2", undefined],
    ["/draws/1?nummer=12", undefined],
    ["/letter-check?sum=abc", undefined],
    ["/letter-check?problem=file", "/letter-check?problem=file"],
    ["/status/result", undefined],
    ["/sign-in", undefined],
  ])("%s is kept as %s", (asked, address) => expect(kept(asked)).toBe(address));
});
