import type { Role } from "@/lib/actor";

export const STATES = [
  "draft",
  "submitted",
  "in_review",
  "proposed",
  "granted",
  "partly_granted",
  "refused",
  "withdrawn",
] as const;
export type State = (typeof STATES)[number];

type Move = { from: readonly State[]; to: State; by: readonly Role[] };

/** Every way an application can change state, and who may make it. Read by screens, commands and the database. */
export const MOVES = {
  submit: { from: ["draft"], to: "submitted", by: ["employer"] },
  withdraw: { from: ["submitted", "in_review", "proposed"], to: "withdrawn", by: ["employer"] },
  take_up: { from: ["submitted"], to: "in_review", by: ["reviewer"] },
  propose: { from: ["in_review"], to: "proposed", by: ["reviewer"] },
  return: { from: ["proposed"], to: "in_review", by: ["decider"] },
  grant: { from: ["proposed"], to: "granted", by: ["decider"] },
  grant_in_part: { from: ["proposed"], to: "partly_granted", by: ["decider"] },
  refuse: { from: ["proposed"], to: "refused", by: ["decider"] },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as MoveName[];

/** Whether one of these roles may make this move from this state. */
export function can(move: MoveName, state: State, roles: readonly Role[]): boolean {
  const { from, by }: Move = MOVES[move];
  return from.includes(state) && roles.some((role) => by.includes(role));
}
