import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { AREAS, FLOORS, firstOf } from "./areas";
import { cruise } from "./cruise";

const ROOT = resolve(import.meta.dirname, "../..");
const PARTS = ["app", "components", "db", "lib", "scripts"];

/** One file that breaks each rule, and its import. */
const PLANTED: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ["pure-code-must-not-import-frameworks", "lib/schemes/planted-react.ts", "react"],
  ["pure-code-must-not-import-frameworks", "lib/budget/planted-drizzle.ts", "drizzle-orm"],
  ["pure-code-must-not-import-frameworks", "lib/order/planted-env.ts", "@/lib/env"],
  ["pure-code-must-not-import-commands", "lib/applications/planted-command.ts", "./commands/fine"],
  ["pure-code-must-not-import-node-modules", "lib/decisions/planted-files.ts", "node:fs"],
  ["pure-code-must-not-import-the-database", "lib/i18n/planted-database.ts", "@/db/client"],
  ["lib-must-not-import-screens", "lib/auth/planted-screen.ts", "@/components/fine"],
  ["components-must-not-import-commands", "components/planted-query.tsx", "@/lib/applications/queries/fine"],
  ["components-must-not-import-commands", "components/planted-database.tsx", "@/db/client"],
  ["app-must-not-import-the-database", "app/planted-database.ts", "@/db/client"],
  ["db-must-not-import-commands", "db/schema/planted-command.ts", "@/lib/applications/commands/fine"],
  ["product-must-not-import-database-drivers", "lib/applications/commands/planted-client.ts", "pg"],
  ["product-must-not-import-database-drivers", "lib/applications/queries/planted-client.ts", "postgres"],
  ["pool-must-not-use-postgres-js", "db/planted-pool.ts", "postgres"],
  ["only-auth-may-import-next-auth", "app/planted-sign-in.ts", "next-auth"],
  ["screens-must-not-import-dutch-formats", "app/planted-dutch.ts", "@/lib/i18n/format"],
  ["product-must-not-import-tests", "app/planted-test.ts", "@/db/testing/fine"],
  ["files-must-not-import-in-a-circle", "components/planted-circle.ts", "./planted-round"],
  ["imports-must-exist", "components/planted-missing.ts", "./nowhere"],
  ["kernel-must-not-import-areas", "lib/planted-kernel.ts", "@/lib/answers/fine"],
  ...FLOORS.slice(0, -1).map(
    ({ floor, areas }, index) =>
      [
        `${floor}-must-not-import-higher-floors`,
        `lib/${firstOf(areas)}/planted-floor.ts`,
        `@/lib/${firstOf(FLOORS[index + 1]?.areas ?? {})}/fine`,
      ] as const,
  ),
  ...AREAS.map(
    ({ area, imports }) =>
      [
        `${area}-must-not-import-areas-outside-its-row`,
        `lib/${area}/planted-area.ts`,
        `@/lib/${AREAS.find((other) => other.area !== area && !imports.includes(other.area))?.area}/fine`,
      ] as const,
  ),
];

/** Imports a type only, which counts between areas as well. */
const TYPE_ONLY = /^lib\/([^/]+\/)?planted-(area|floor|kernel)\.ts$/;

const FINE = [
  "components/fine.ts",
  "db/client.ts",
  "db/testing/fine.ts",
  "lib/env.ts",
  "lib/i18n/format.ts",
  "lib/applications/commands/fine.ts",
  "lib/applications/queries/fine.ts",
  ...AREAS.map(({ area }) => `lib/${area}/fine.ts`),
];

const NAMES_A_TYPE = "components/type-of-query.ts";

const folder = plant();
afterAll(() => rmSync(folder, { recursive: true }));
const found = cruise(folder, PARTS).violations;

test.each(PLANTED)("%s rejects %s, which imports %s", (rule, from) => {
  expect(found).toContainEqual({ rule, from });
});

test("files that break no rule are accepted", () => {
  expect(found.filter(({ from }) => FINE.includes(from))).toEqual([]);
});

test("a type may be imported from anywhere", () => {
  expect(found.filter(({ from }) => from === NAMES_A_TYPE)).toEqual([]);
});

test("every rule has a planted violation", () => {
  const config = createRequire(import.meta.url)(resolve(ROOT, ".dependency-cruiser.cjs"));
  const rules: string[] = config.forbidden.map(({ name }: { name: string }) => name);
  expect([...new Set(PLANTED.map(([rule]) => rule))].sort()).toEqual(rules.sort());
});

test("the rules cruise the project itself", { timeout: 120_000 }, () => {
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
  for (const [, path, target] of PLANTED)
    write(path, TYPE_ONLY.test(path) ? `export type { fine } from "${target}";\n` : `import "${target}";\n`);
  return root;
}
