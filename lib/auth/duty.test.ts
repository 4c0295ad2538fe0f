import { expect, test } from "vitest";
import { STAFF_ROLES, type StaffRole } from "@/lib/actor";
import { dutyOf } from "./duty";

const ALLOWED: Record<string, string> = {
  reviewer: "cases",
  decider: "cases",
  "reviewer+decider": "cases",
  budget_holder: "budget",
  auditor: "audit",
};

/** Every set of roles there is, each bit of its number one role. */
const combinations: StaffRole[][] = Array.from({ length: 2 ** STAFF_ROLES.length }, (_, set) =>
  STAFF_ROLES.filter((_role, bit) => set & (1 << bit)),
);

for (const roles of combinations) {
  const name = roles.join("+");
  const duty = ALLOWED[name];
  test(`${name || "no role"} is ${duty ? `the duty of ${duty}` : "refused"}`, () => {
    const result = dutyOf(roles);
    if (duty) expect(result).toEqual({ ok: true, value: duty });
    else expect(result).toEqual({ ok: false, refusal: { reason: name ? "several-duties" : "no-duty" } });
  });
}
