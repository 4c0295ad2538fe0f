import type { Role } from "@/lib/actor";

export const STATES = [
  "draft",
  "submitted",
  "completion_requested",
  "in_review",
  "refusal_intended",
  "proposed",
  "reserve_list",
  "granted",
  "partly_granted",
  "refused",
  "not_treated",
  "lowered",
  "withdrawn",
] as const;
export type State = (typeof STATES)[number];

type Move = { from: readonly State[]; to: State; by: readonly Role[] };

/** States of a filed application that is undecided; `is_undecided()` in SQL. */
export const UNDECIDED = [
  "submitted",
  "completion_requested",
  "in_review",
  "refusal_intended",
  "proposed",
  "reserve_list",
] as const satisfies readonly State[];

const GRANTED = ["granted", "partly_granted", "lowered"] as const satisfies readonly State[];
/** Decided for less than was asked. */
const LESS = ["refused", "partly_granted", "not_treated", "lowered"] as const satisfies readonly State[];

/**
 * Every move of an application, and who may make it; screens, commands and the database read it. `lapse` is a term that
 * passed without an answer (Awb 4:5, 4:12), `lower` Awb 4:48, `grant_on_objection` all and
 * `grant_in_part_on_objection` part of what was asked (Awb 7:11),
 * `end_reserve` the proposal to refuse at the end of a reserve list (Awb 4:25(2)), `reconsider` the way back from that.
 */
export const MOVES = {
  submit: { from: ["draft"], to: "submitted", by: ["employer"] },
  withdraw: { from: UNDECIDED, to: "withdrawn", by: ["employer"] },
  take_up: { from: ["submitted"], to: "in_review", by: ["reviewer"] },
  request_completion: { from: ["in_review"], to: "completion_requested", by: ["reviewer"] },
  complete: { from: ["completion_requested"], to: "in_review", by: ["employer"] },
  intend_refusal: { from: ["in_review"], to: "refusal_intended", by: ["reviewer"] },
  respond: { from: ["refusal_intended"], to: "in_review", by: ["employer"] },
  lapse: { from: ["completion_requested", "refusal_intended"], to: "in_review", by: ["reviewer"] },
  propose: { from: ["in_review"], to: "proposed", by: ["reviewer"] },
  return: { from: ["proposed"], to: "in_review", by: ["decider"] },
  grant: { from: ["proposed"], to: "granted", by: ["decider"] },
  grant_in_part: { from: ["proposed"], to: "partly_granted", by: ["decider"] },
  refuse: { from: ["proposed"], to: "refused", by: ["decider"] },
  not_treat: { from: ["proposed"], to: "not_treated", by: ["decider"] },
  reserve: { from: ["proposed"], to: "reserve_list", by: ["decider"] },
  call_up: { from: ["reserve_list"], to: "in_review", by: ["reviewer"] },
  end_reserve: { from: ["reserve_list"], to: "proposed", by: ["reviewer"] },
  reconsider: { from: ["refused"], to: "in_review", by: ["reviewer"] },
  lower: { from: GRANTED, to: "lowered", by: ["decider"] },
  grant_on_objection: { from: LESS, to: "granted", by: ["decider"] },
  grant_in_part_on_objection: { from: LESS, to: "partly_granted", by: ["decider"] },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as MoveName[];

/** Whether one of these roles may make this move from this state. */
export function can(move: MoveName, state: State, roles: readonly Role[]): boolean {
  const { from, by }: Move = MOVES[move];
  return from.includes(state) && roles.some((role) => by.includes(role));
}

/** Whether a filed application is still undecided: the employer may then withdraw it. */
export const isUndecided = (state: State): boolean => UNDECIDED.some((undecided) => undecided === state);
