import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { thirdSchemePlugin } from "./scripts/testing/third-scheme.ts";

const root = import.meta.dirname;
/** One worker per core, because tests mostly wait for PostgreSQL. A project does not inherit this. */
const maxWorkers = "100%";
/** Files of one worker share its modules: loading them again for each took a third of the time. */
const isolate = false;

export default defineConfig({
  resolve: {
    alias: { "@": root, "server-only": resolve(root, "node_modules/server-only/empty.js") },
  },
  test: {
    env: { TZ: "UTC" },
    exclude: ["node_modules", ".next", ".data", "e2e"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          maxWorkers,
          isolate,
          testTimeout: 120_000,
          include: ["**/*.test.ts", "**/*.property.test.ts"],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        plugins: [thirdSchemePlugin()],
        test: {
          name: "db",
          maxWorkers,
          isolate,
          include: ["**/*.db.test.ts"],
          globalSetup: "db/testing/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
