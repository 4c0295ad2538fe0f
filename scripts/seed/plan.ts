import type { LineId } from "@/lib/vocabulary/budget-lines";
import type { State } from "@/lib/vocabulary/lifecycle";
import { type Scheme, TRACKS, type Track } from "@/lib/vocabulary/scheme";
import { pick } from "./chance";

export type SeedWindow = {
  id: string;
  scheme: Scheme;
  lineId: LineId;
  year: number;
  opensAt: number;
  closesAt: number;
  rulesVersion: string;
};

/** The course of one application: its moves and their moments, in milliseconds. */
export type Plan = {
  window: SeedWindow;
  state: SeedState;
  tracks: readonly Track[];
  /** The start and each move, in order; the last one led to `state`. */
  moments: readonly number[];
};

const HOUR = 3_600_000;
const RUNNING = [
  ["draft", 6],
  ["submitted", 30],
  ["in_review", 12],
  ["proposed", 5],
  ["granted", 18],
  ["partly_granted", 3],
  ["refused", 20],
  ["withdrawn", 6],
] as const satisfies [State, number][];
/** Possible states of a seeded application. */
export type SeedState = (typeof RUNNING)[number][0];
const OVER = [
  ["granted", 45],
  ["partly_granted", 5],
  ["refused", 42],
  ["withdrawn", 8],
] as const satisfies [SeedState, number][];
const SIZES = [
  [1, 55],
  [2, 25],
  [3, 12],
  [4, 8],
] as const;
const WOMEN_PERCENT = 35;
const MOVES_TO: Record<SeedState, number> = {
  draft: 0,
  submitted: 1,
  in_review: 2,
  withdrawn: 2,
  proposed: 3,
  granted: 4,
  partly_granted: 4,
  refused: 4,
};

/**
 * A plausible course of one application in a window, as of `now`: many in the first weeks, one in three trajectories
 * for women, those first. A partial grant has at least two trajectories.
 */
export function plan(random: () => number, window: SeedWindow, now: number): Plan {
  const isOver = now > window.closesAt;
  const state = pick<SeedState>(random, isOver ? OVER : RUNNING);
  const size = Math.max(pick<number>(random, SIZES), state === "partly_granted" ? 2 : 1);
  const tracks = Array.from({ length: size }, () => (random() * 100 < WOMEN_PERCENT ? TRACKS[1] : TRACKS[0]))
    .sort()
    .reverse();
  const lastFiling = Math.min(window.closesAt, now) - HOUR;
  const filedAt = window.opensAt + (lastFiling - window.opensAt) * random() ** 2;
  const end = Math.min(now, Date.UTC(window.year, 11, 31, 12));
  const moves = MOVES_TO[state];
  const later = Array.from(
    { length: Math.max(moves - 1, 0) },
    (_, index) => filedAt + ((end - filedAt) * (index + random())) / Math.max(moves - 1, 1),
  );
  const startedAt = window.opensAt + (filedAt - window.opensAt) * random();
  return {
    window,
    state,
    tracks,
    moments: [startedAt, ...(moves > 0 ? [filedAt] : []), ...later].map(Math.floor),
  };
}
