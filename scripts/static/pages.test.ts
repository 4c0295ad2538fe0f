import { expect, test } from "vitest";
import { ROUTES } from "../../e2e/pages";
import { sourceFiles } from "./source-files";

/** What programs ask for; nobody looks at it. */
const ENDPOINT = /^\/(api\/|readyz$)/;

/** The address of a page or download, as the folders of app spell it; groups in brackets are no part of it. */
const addressOf = (file: string): string =>
  `/${file
    .split("/")
    .slice(1, -1)
    .filter((folder) => !folder.startsWith("("))
    .join("/")}`;

test("every page and download stands in the table of who may see it, and nothing else does", () => {
  const files = sourceFiles("app").filter((path) => /\/(page\.tsx|route\.ts)$/.test(path));
  const addresses = files.map(addressOf).filter((address) => !ENDPOINT.test(address));
  expect(ROUTES.map(({ path }) => path).sort()).toEqual(addresses.sort());
});

test("a page in a group keeps its address", () => {
  expect(addressOf("app/(employer)/applications/[id]/page.tsx")).toBe("/applications/[id]");
  expect(addressOf("app/(public)/page.tsx")).toBe("/");
});
