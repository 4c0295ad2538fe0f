import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The oldest release of each package without a known vulnerability that affects us. */
const FLOORS = [
  ["next", "16.4.6"],
  ["next-auth", "4.24.15"],
  ["drizzle-orm", "0.45.4"],
  ["nodemailer", "10.6.0"],
] as const;

/** Below zero when version `a` came before version `b`. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  for (const [i, part] of left.entries()) {
    if (part !== right[i]) return part - (right[i] ?? 0);
  }
  return 0;
}

test.each(FLOORS)("%s is %s or newer, as installed", (name, floor) => {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  expect(compareVersions(version, floor)).toBeGreaterThanOrEqual(0);
});

test("no second, older copy of them is installed below another package", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const copies = Object.keys(packages).filter((path) =>
    FLOORS.some(([name]) => path.endsWith(`/node_modules/${name}`)),
  );
  expect(copies).toEqual([]);
});

test.each([
  ["16.4.5", "16.4.6", -1],
  ["16.10.0", "16.4.6", 1],
  ["4.24.15", "4.24.15", 0],
])("%s against %s", (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign));
