import { describe, expect, test } from "vitest";
import { type Role, STAFF_ROLES } from "@/lib/actor";
import { can, MOVE_NAMES, MOVES, STATES } from "./lifecycle";

/** Every allowed move, written from the description of the process and not from the table. */
const ALLOWED = new Set([
  "submit draft employer",
  "withdraw submitted employer",
  "withdraw completion_requested employer",
  "withdraw in_review employer",
  "withdraw refusal_intended employer",
  "withdraw proposed employer",
  "withdraw reserve_list employer",
  "take_up submitted reviewer",
  "request_completion in_review reviewer",
  "complete completion_requested employer",
  "intend_refusal in_review reviewer",
  "respond refusal_intended employer",
  "lapse completion_requested reviewer",
  "lapse refusal_intended reviewer",
  "propose in_review reviewer",
  "return proposed decider",
  "grant proposed decider",
  "grant_in_part proposed decider",
  "refuse proposed decider",
  "not_treat proposed decider",
  "reserve proposed decider",
  "call_up reserve_list reviewer",
  "end_reserve reserve_list reviewer",
  "reconsider refused reviewer",
  "lower granted decider",
  "lower partly_granted decider",
  "lower lowered decider",
  ...["grant_on_objection", "grant_in_part_on_objection"].flatMap((move) =>
    ["refused", "partly_granted", "not_treated", "lowered"].map((state) => `${move} ${state} decider`),
  ),
]);
const ROLES: Role[] = ["employer", "system", ...STAFF_ROLES];

describe("a move", () => {
  for (const move of MOVE_NAMES)
    for (const state of STATES)
      for (const role of ROLES) {
        const name = `${move} ${state} ${role}`;
        test(`${name} is ${ALLOWED.has(name) ? "allowed" : "refused"}`, () =>
          expect(can(move, state, [role])).toBe(ALLOWED.has(name)));
      }

  test.each(MOVE_NAMES)("%s is refused to a visitor, who has no role", (move) => {
    for (const state of STATES) expect(can(move, state, [])).toBe(false);
  });

  test("never starts in a final state", () => {
    for (const { from } of Object.values(MOVES)) expect(from).not.toContain("withdrawn");
  });
});
