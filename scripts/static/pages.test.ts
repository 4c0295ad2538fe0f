import { expect, test } from "vitest";
import { ROUTES } from "../../e2e/pages";
import { sourceFiles } from "./source-files";

/** Routes for programs, without a page. */
const ENDPOINT = /^\/(api\/|readyz$)/;

/** The address of a page or download, in the notation of the folders of app; groups in brackets are no part of it. */
const addressOf = (file: string): string =>
  `/${file
    .split("/")
    .slice(1, -1)
    .filter((folder) => !folder.startsWith("("))
    .join("/")}`;

test("the table of access has every page and download, and nothing else", () => {
  const files = sourceFiles("app").filter((path) => /\/(page\.tsx|route\.ts)$/.test(path));
  const addresses = files.map(addressOf).filter((address) => !ENDPOINT.test(address));
  expect(ROUTES.map(({ path }) => path).sort()).toEqual(addresses.sort());
});

test("a page in a group keeps its address", () => {
  expect(addressOf("app/(employer)/applications/[id]/page.tsx")).toBe("/applications/[id]");
  expect(addressOf("app/(public)/page.tsx")).toBe("/");
});
