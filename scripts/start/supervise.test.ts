import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Child, startChild } from "./children";
import { supervise } from "./supervise";

const living: Child[] = [];
let left = 0;
/** Restarts without a pause, as many as a test allows, and none once it is over. */
const pauseAt = () => (left-- > 0 ? 0 : undefined);

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  left = 5;
});

afterEach(async () => {
  left = 0;
  await Promise.all(living.splice(0).map(({ stop }) => stop()));
  vi.restoreAllMocks();
});

const SLEEPS = "setInterval(() => {}, 1000)";
const DIES = "console.log('last words'); process.exit(3)";

/** A service whose processes run these scripts in turn, and then the last one again. */
function service(...scripts: string[]) {
  const started: Child[] = [];
  const gaveUp = Promise.withResolvers<string>();
  const begin = async (keep: (child: Child) => void) => {
    const script = scripts[Math.min(started.length, scripts.length - 1)] ?? SLEEPS;
    const child = startChild("It", ["-e", script], { PATH: process.env.PATH ?? "" });
    started.push(child);
    keep(child);
  };
  return { name: "It", begin, giveUp: gaveUp.resolve, gaveUp: gaveUp.promise, started };
}

const keep = (child: Child) => void living.push(child);

test("a process that ends is restarted", async () => {
  const it = service(DIES, SLEEPS);
  await supervise(it, keep, pauseAt);
  await vi.waitFor(() => expect(it.started).toHaveLength(2), { timeout: 20_000 });
  expect(console.error).toHaveBeenCalledWith("It ended by itself (3); it is started again.");
});

test("a process that is killed is restarted", async () => {
  const it = service(SLEEPS);
  await supervise(it, keep, pauseAt);
  process.kill(it.started[0]?.pid ?? 0, "SIGKILL");
  await vi.waitFor(() => expect(it.started).toHaveLength(2), { timeout: 20_000 });
});

test("a process that ends too often is given up, with its last output", async () => {
  const it = service(DIES);
  await supervise(it, keep, pauseAt);
  expect(await it.gaveUp).toBe("It ended by itself (3), more than five times within a minute.\nlast words");
  expect(it.started).toHaveLength(6);
});

test("a process that does not come up the first time is an error", async () => {
  const it = service();
  const begin = () => Promise.reject(new Error("no port"));
  await expect(supervise({ ...it, begin }, keep, pauseAt)).rejects.toThrow("no port");
});
