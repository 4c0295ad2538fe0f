import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cruise } from "./cruise";

const ROOT = resolve(import.meta.dirname, "../..");
const PARTS = ["app", "components", "db", "lib", "scripts"];

/** One file that breaks each rule, and what it would import. */
const PLANTED = [
  ["rules-are-pure", "lib/schemes/planted-react.ts", "react"],
  ["rules-are-pure", "lib/budget/planted-drizzle.ts", "drizzle-orm"],
  ["rules-are-pure", "lib/order/planted-env.ts", "@/lib/env"],
  ["rules-call-no-keeper", "lib/applications/planted-command.ts", "./commands/fine"],
  ["rules-read-no-machine", "lib/decisions/planted-files.ts", "node:fs"],
  ["lib-looks-at-no-screen", "lib/auth/planted-screen.ts", "@/components/fine"],
  ["components-take-props", "components/planted-query.tsx", "@/lib/applications/queries/fine"],
  ["components-take-props", "components/planted-database.tsx", "@/db/client"],
  ["pages-go-through-commands", "app/planted-database.ts", "@/db/client"],
  ["database-has-keepers", "lib/i18n/planted-database.ts", "@/db/client"],
  ["database-knows-vocabulary", "db/schema/planted-command.ts", "@/lib/applications/commands/fine"],
  ["one-database-client", "lib/applications/commands/planted-client.ts", "postgres"],
  ["one-sign-in-module", "app/planted-sign-in.ts", "next-auth"],
  ["screens-write-in-the-chosen-language", "app/planted-dutch.ts", "@/lib/i18n/format"],
  ["tests-stay-tests", "app/planted-test.ts", "@/db/testing/fine"],
  ["no-circles", "components/planted-circle.ts", "./planted-round"],
  ["nothing-missing", "components/planted-missing.ts", "./nowhere"],
] as const;

const FINE = [
  "components/fine.ts",
  "db/client.ts",
  "db/testing/fine.ts",
  "lib/env.ts",
  "lib/i18n/format.ts",
  "lib/applications/commands/fine.ts",
  "lib/applications/queries/fine.ts",
];

const NAMES_A_TYPE = "components/type-of-query.ts";

const folder = plant();
afterAll(() => rmSync(folder, { recursive: true }));
const found = cruise(folder, PARTS).violations;

test.each(PLANTED)("%s rejects %s, which imports %s", (rule, from) => {
  expect(found).toContainEqual({ rule, from });
});

test("files that break nothing are left alone", () => {
  expect(found.filter(({ from }) => FINE.includes(from))).toEqual([]);
});

test("a type may be named from anywhere", () => {
  expect(found.filter(({ from }) => from === NAMES_A_TYPE)).toEqual([]);
});

test("every rule has a planted violation", () => {
  const config = createRequire(import.meta.url)(resolve(ROOT, ".dependency-cruiser.cjs"));
  const rules: string[] = config.forbidden.map(({ name }: { name: string }) => name);
  expect([...new Set(PLANTED.map(([rule]) => rule as string))].sort()).toEqual(rules.sort());
});

test("the project itself is really looked at", () => {
  expect(cruise(ROOT, PARTS).modules).toBeGreaterThan(50);
});

function plant(): string {
  const root = mkdtempSync(join(tmpdir(), "boundaries-"));
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  cpSync(join(ROOT, "tsconfig.json"), join(root, "tsconfig.json"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, "scripts"));
  for (const path of FINE) write(path, "export const fine = 1;\n");
  write("components/planted-round.ts", 'import "./planted-circle";\nexport const circle = 1;\n');
  write(NAMES_A_TYPE, 'export type { fine } from "@/lib/applications/queries/fine";\n');
  for (const [, path, target] of PLANTED) write(path, `import "${target}";\n`);
  return root;
}
