import type { Problem } from "@/lib/form-state";
import type { FreezeRefusal } from "@/lib/order/commands/freeze-draw";
import type { RevealRefusal } from "@/lib/order/commands/reveal-draw";

const CODES = {
  "not-yours-to-do": "not_yours_to_do",
  "not-crossing": "draw_not_crossing",
  "day-not-over": "draw_day_not_over",
  "already-frozen": "draw_already_frozen",
  "already-revealed": "draw_already_revealed",
  "same-person": "draw_same_person",
} as const satisfies Record<(FreezeRefusal | RevealRefusal)["reason"], string>;

/** A refusal about a draw as the problem of its form. */
export const drawProblem = ({ reason }: FreezeRefusal | RevealRefusal): Problem => ({
  field: "",
  code: CODES[reason],
});
