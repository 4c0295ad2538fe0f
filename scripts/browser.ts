import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** Chromium without windows: a new page costs a third of what it costs in the full browser. */
const LIGHT = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/** Without a network the package cannot be installed, and the tests must not wait for it. */
const PATIENCE_MS = 90_000;
const ELSEWHERE = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/snap/bin/chromium"];

/** A browser for tests: CHROME, then the light one, Playwright's own, the system's. Undefined when there is none. */
export function findBrowser(): string | undefined {
  const wanted = process.env.CHROME;
  if (wanted) {
    if (isProgram(wanted)) return wanted;
    throw new Error(`CHROME names ${wanted}, which is not a program.`);
  }
  const light = inPath([LIGHT]);
  if (light) return light;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return inPath(NAMES) ?? ELSEWHERE.find(isProgram);
}

/** Whether installing can give a better browser: there is none yet, or only a full one of the system's. */
export const isWorthInstalling = (): boolean =>
  !process.env.CHROME && !inPath([LIGHT]) && (hasPackages() || !findBrowser());

/**
 * Installs the distribution's light Chromium, or else its full one, as root on Debian or Ubuntu; if that fails,
 * Playwright's own.
 */
export function installBrowser(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (program: string, ...args: string[]) =>
    spawnSync(program, args, { env, stdio: "ignore", timeout: PATIENCE_MS }).status === 0;
  const install = (name: string) => run("apt-get", "install", "-y", "-qq", "--no-install-recommends", name);
  if (hasPackages()) {
    run("apt-get", "update", "-qq");
    if (!install(LIGHT) && !findBrowser()) install("chromium");
  }
  if (!findBrowser()) run(process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium");
}

const hasPackages = (): boolean =>
  process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;

function inPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
