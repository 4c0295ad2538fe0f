import { expect, test } from "vitest";
import { type Backup, backupFor, firstGap, superseded } from "./shelf";

const piece = (number: number, timeline = 1) =>
  [timeline, Math.floor(number / 256), number % 256]
    .map((n) => n.toString(16).toUpperCase().padStart(8, "0"))
    .join("");

const taken = (hour: number, first: number): Backup => ({
  folder: `at-${hour}`,
  kind: "cluster",
  takenAt: new Date(Date.UTC(2026, 10, 30, hour)),
  version: "18.4",
  firstWal: piece(first),
  files: { PG_VERSION: "", [`pg_wal/${piece(first)}`]: "" },
});
const backups = [taken(1, 250), taken(2, 254), taken(3, 258)];
const [first, second, third] = backups;

test("a moment is restored from the newest backup before it", () => {
  expect(backupFor(backups)).toBe(third);
  expect(backupFor(backups, new Date("2026-11-30T02:30:00Z"))).toBe(second);
  expect(backupFor(backups, new Date("2026-11-30T02:00:00Z"))).toBe(second);
  expect(backupFor(backups, new Date("2026-11-30T00:59:59Z"))).toBeUndefined();
});

test("old backups are removed with the log that only they needed, on every timeline", () => {
  const log = [249, 250, 253, 254, 255, 256].map((number) => piece(number));
  expect(superseded(backups, [...log, piece(252, 2), "00000002.history"], 2)).toEqual({
    backups: [first],
    log: [piece(249), piece(250), piece(253), piece(252, 2)],
  });
  expect(superseded(backups, log, 3)).toEqual({ backups: [], log: [piece(249)] });
});

test("a dump keeps no log", () => {
  const dump: Backup = { ...taken(1, 1), kind: "dump", firstWal: undefined };
  expect(superseded([dump], [piece(1)], 1).log).toEqual([]);
});

test("the first missing piece of the log is named, also at the end of a file", () => {
  const log = [254, 255, 256, 258].map((number) => piece(number));
  expect(firstGap(taken(2, 254), log)).toBe(piece(257));
  expect(firstGap(taken(2, 254), [...log, piece(257, 2)])).toBeUndefined();
  expect(firstGap(taken(2, 253), log)).toBe(piece(257));
  expect(firstGap(taken(2, 252), log)).toBe(piece(253));
});
