import { describe, expect, test } from "vitest";
import { euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import { rulesFor } from "@/lib/schemes/rules";
import { GROUND_CODES } from "@/lib/vocabulary/grounds";
import { proposalFor } from "./proposal";

const rules = rulesFor("werkgeverssubsidie-2026");
const requested = [
  { number: 1, track: "general" as const },
  { number: 2, track: "women" as const },
  { number: 3, track: "general" as const },
];
const reasons = { grounds: ["conditions" as const], explanation: "Het taalplan ontbreekt.", heard: [] };
const none = { grounds: [], explanation: "", heard: [] };

describe("the outcome of a proposal", () => {
  test.each([
    [[1, 2, 3], "grant", 19_000],
    [[1, 2], "grant_in_part", 14_000],
    [[3], "grant_in_part", 8_000],
    [[], "refuse", 0],
  ])("granting %j is %s for %i euros", (granted, outcome, amount) => {
    const proposal = proposalFor(rules, requested, { granted, ...reasons });
    expect(proposal).toMatchObject({ ok: true, value: { outcome, amountCents: euros(amount) } });
  });

  test("the first granted trajectory counts highest, whatever its number", () => {
    const proposal = proposalFor(rules, requested, { granted: [3, 2], ...reasons });
    expect(proposal.ok && proposal.value.lines.map((line) => [line.trajectory, line.amountCents])).toEqual([
      [2, euros(8_000)],
      [3, euros(6_000)],
    ]);
  });

  test("a trajectory that is named twice counts once", () => {
    const proposal = proposalFor(rules, requested, { granted: [1, 1], ...reasons });
    expect(proposal).toMatchObject({ value: { amountCents: euros(8_000) } });
  });

  test("grounds are required exactly when something is not granted", () => {
    const proposal = proposalFor(rules, requested, { granted: [1, 2, 3], ...reasons });
    expect(proposal).toMatchObject({ value: { grounds: [] } });
  });
});

describe("a proposal is refused", () => {
  test.each([
    [
      "less than all without a ground",
      { granted: [1], ...reasons, grounds: [] },
      { reason: "grounds-missing" },
    ],
    [
      "less than all without words",
      { granted: [1], ...reasons, explanation: "" },
      { reason: "explanation-missing" },
    ],
    ["nothing at all without either", { granted: [], ...none }, { reason: "grounds-missing" }],
    [
      "a trajectory that was not asked for",
      { granted: [4], ...none },
      { reason: "unknown-trajectory", number: 4 },
    ],
  ])("%s", (_what, choice, refusal) => {
    expect(proposalFor(rules, requested, choice)).toEqual(refuse(refusal));
  });
});

describe("grounds on facts that differ from the employer's statements (Awb 4:7)", () => {
  const because = { granted: [], explanation: "Uit het register blijkt iets anders." };
  test.each(GROUND_CODES.map((ground) => [ground, !["conditions", "ceiling"].includes(ground)] as const))(
    "%s needs a hearing: %s",
    (ground, needed) => {
      const choice = { ...because, grounds: [ground] };
      const unheard = proposalFor(rules, requested, { ...choice, heard: [] });
      expect(unheard.ok ? undefined : unheard.refusal).toEqual(
        needed ? { reason: "not-heard", grounds: [ground] } : undefined,
      );
      expect(proposalFor(rules, requested, { ...choice, heard: [ground] }).ok).toBe(true);
    },
  );
});
