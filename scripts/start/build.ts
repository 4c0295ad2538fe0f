import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../environment";
import { type Child, startChild } from "./children";
import { Trouble } from "./trouble";

const SOURCES = ["app", "components", "lib", "db", "public", "instrumentation.ts"];
const SETTINGS = ["next.config.js", "tsconfig.json", "package-lock.json", "postcss.config.js"];
const STAMP = ".next/built-from";
const TEST = /\.test\.tsx?$/;

/** Whether .next was made from exactly these sources, packages, Node and key. */
export function isBuilt(env: Environment): boolean {
  return (
    existsSync(STAMP) && existsSync(".next/BUILD_ID") && readFileSync(STAMP, "utf8") === fingerprint(env)
  );
}

/** Builds the app; `keep` gets the process. Throws Trouble with Next's output when it does not build. */
export async function build(env: Environment, keep: (child: Child) => void): Promise<void> {
  const before = fingerprint(env);
  rmSync(STAMP, { force: true });
  const child = startChild("The build", ["node_modules/next/dist/bin/next", "build"], {
    ...env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  keep(child);
  const { code, output } = await child.ended;
  if (code !== 0) throw new Trouble(`The app does not build:\n${output}`);
  writeFileSync(STAMP, before);
}

function fingerprint(env: Environment): string {
  const hash = createHash("sha256");
  hash.update(`${process.version} ${env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ""}`);
  for (const file of [...SOURCES, ...SETTINGS].flatMap(filesBelow)) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return TEST.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
