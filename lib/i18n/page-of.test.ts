import { expect, test } from "vitest";
import { pageOf } from "./page-of";

const SITE = "https://portaal.example";

test.each([
  [`${SITE}/cases?state=proposed`, "/cases?state=proposed"],
  [`${SITE}/sign-in?next=%2Fapplications`, "/sign-in?next=%2Fapplications"],
  [`${SITE}//elders.example`, "//elders.example"],
  [`${SITE}/api/language`, "/"],
  ["https://elders.example/applications", "/"],
  ["https://portaal.example.elders.example/", "/"],
  ["geen adres", "/"],
  [null, "/"],
])("from %s one comes back on %s of our own site", (referer, path) => {
  expect(pageOf(referer, SITE)).toBe(`${SITE}${path}`);
});
