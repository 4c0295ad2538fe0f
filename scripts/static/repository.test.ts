import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files";

const TEXT = /\.(c?js|css|csv|json|md|mjs|sql|tsx?|ya?ml)$|(^|\/)(\.npmrc|\.ci\/run)$/;
const HOME = /(^|[\s"'\x60(=:])\/(work|root|home\/\w+|Users\/\w+)\//;
const REGISTRY = new RegExp(["registry", "(npmjs|yarnpkg|npmmirror)"].join(String.raw`\.`));

/** Parts of this text that are true on one machine only. */
function machineBound(text: string): string[] {
  return text.split("\n").filter((line) => HOME.test(line) || REGISTRY.test(line));
}

test("no file names a folder of one machine, or a registry", () => {
  const files = sourceFiles().filter((path) => TEXT.test(path));
  expect(files.length).toBeGreaterThan(50);
  const bound = files.flatMap((path) =>
    machineBound(readFileSync(path, "utf8")).map((line) => `${path}: ${line}`),
  );
  expect(bound).toEqual([]);
});

test.each(["cd /ho" + "me/anna/portal", 'data = "/wo' + 'rk/file"', "https://registry.np" + "mjs.org/x"])(
  "a planted %s is rejected",
  (text) => expect(machineBound(text)).toEqual([text]),
);

test("the lock file holds no addresses, so that any registry works", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { resolved?: string; integrity?: string }>;
  };
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
});

test("every package is pinned to one exact version", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});
