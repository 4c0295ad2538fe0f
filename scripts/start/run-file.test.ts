import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { birthOf } from "../processes";
import { runFile } from "./run-file";
import { Trouble } from "./trouble";

const folder = mkdtempSync(join(tmpdir(), "run-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sleeper = () => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true });
const known = (pid = 0) => ({ pid, birth: birthOf(pid) ?? "gone" });
const note = (name: string, run: object) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ address: "http://here", ...run }));
  return path;
};

test("a second start is refused, with the address of the first", async () => {
  const path = note("running.json", { self: known(process.pid), children: [] });
  await expect(runFile(path, "http://there").claim()).rejects.toThrow(
    new Trouble(`The portal already runs at http://here (process ${process.pid}).`),
  );
});

test("processes that a killed start left behind are ended", async () => {
  const orphan = sleeper();
  const path = note("killed.json", {
    self: { pid: process.pid, birth: "long ago" },
    children: [known(orphan.pid)],
  });
  const ended = once(orphan, "exit");
  await runFile(path, "http://there").claim();
  expect(await ended).toEqual([null, "SIGTERM"]);
});

test("another program with the number of one of ours is not ended", async () => {
  const stranger = sleeper();
  const path = note("stranger.json", {
    self: { pid: process.pid, birth: "long ago" },
    children: [{ pid: stranger.pid, birth: "long ago" }],
  });
  await runFile(path, "http://there").claim();
  expect(birthOf(stranger.pid ?? 0)).toBeDefined();
  stranger.kill("SIGKILL");
});

test("a run is recorded while it lasts; a truncated file is ignored", async () => {
  const path = join(folder, "cut.json");
  writeFileSync(path, '{"address": "http');
  const run = runFile(path, "http://there");
  await run.claim();
  run.add(process.pid);
  expect(JSON.parse(readFileSync(path, "utf8")).children).toEqual([known(process.pid)]);
  run.release();
  expect(existsSync(path)).toBe(false);
});
