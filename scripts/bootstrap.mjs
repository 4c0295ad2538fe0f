// Runs on any Node, with nothing installed; everything after it runs on the pinned Node.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
const stamp = join(root, "node_modules", ".installed-for");
const [script, ...options] = process.argv.slice(2);

process.chdir(root);
if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`Node ${process.versions.node} is too old to begin with; install Node 20 or newer.`);
}
if (!isInstalled()) await install();
handOver();

function wanted() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform}-${process.arch}`).digest("hex");
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted() && existsSync(join(bin, "tsx"));
}

/** `npm install` and not `npm ci`: the latter refuses a lock whose other platforms a registry does not carry. */
async function install() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log("Installing packages; the first time this takes about a minute.");
  const heartbeat = setInterval(() => console.log(`  … ${seconds()} s`), 10_000);
  const args = ["install", "--include=dev", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await run("npm", args);
  clearInterval(heartbeat);
  if (code !== 0)
    fail("The packages could not be installed; npm says above why. Run the same command again.", code);
  writeFileSync(stamp, wanted());
  console.log(`Packages installed in ${seconds()} s.`);
}

function handOver() {
  const pinned = join(bin, "node");
  const node = spawnSync(pinned, ["--version"]).status === 0 ? pinned : process.execPath;
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  // Next bundles its own React: its process must not run under the condition of the other processes.
  const conditions = script === "scripts/web.ts" ? [] : ["--conditions=react-server"];
  const args = [...conditions, "--import", "tsx", script, ...options];
  const child = spawn(node, args, { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", shell: process.platform === "win32" });
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

function fail(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}
