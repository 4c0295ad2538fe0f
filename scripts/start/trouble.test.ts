import { expect, test } from "vitest";
import { explain, Trouble } from "./trouble";

const coded = (code: string, cause?: Error) =>
  Object.assign(new Error("connect failed", { cause }), { code });

test("a known error becomes one sentence", () => {
  expect(explain(coded("ECONNREFUSED"))).toBe(
    "The database in DATABASE_URL does not answer: nothing listens at that address.",
  );
  expect(explain(new Trouble("Port 3000 is in use."))).toBe("Port 3000 is in use.");
});

test("a known cause is found below another error", () => {
  expect(explain(new Error("query failed", { cause: coded("53100") }))).toBe(
    "The database's disk is full; make room and start again.",
  );
});

test("a full disk is recognised in a server's output", () => {
  const log = new Error("FATAL: could not write lock file: No space left on device");
  const build = new Trouble("The app does not build: ENOSPC: no space left on device, write");
  for (const error of [log, build])
    expect(explain(error)).toBe("The disk is full; make room and start again.");
});

test("a bug keeps its stack", () => expect(explain(new Error("odd"))).toContain("trouble.test.ts"));
