import { describe, expect, test } from "vitest";
import { validSections, validTrajectory } from "@/db/testing/answers";
import type { Draft } from "@/lib/answers/answers";
import type { RawSection } from "@/lib/form-state";
import { copyOf, withoutPerson } from "./copy";

const plan: RawSection = {
  ...validTrajectory("werkgeverssubsidie", "2025-06-01", "women"),
  personKey: "k1:1",
};
const earlier: Draft = {
  ...validSections(),
  bank: { ...validSections().bank, nameCheck: "close_match", nameSuggestion: "Voorbeeld B.V." },
  trajectories: [
    { key: "old", answers: plan },
    { key: "older", answers: { guidancePlan: "Een plan" } },
  ],
};
let made = 0;
const newKey = () => {
  made += 1;
  return `new-${made}`;
};

describe("a copy of an earlier application", () => {
  const copy = copyOf(earlier, "werkgeverssubsidie", 4, newKey);

  test("has the company, the account with the answer of the bank, and the plans", () => {
    expect(copy).toEqual({ company: earlier.company, bank: earlier.bank, trajectories: copy.trajectories });
    expect(copy.trajectories.map(({ key }) => key)).toEqual(["new-1", "new-2"]);
    const { guidancePlan, hoursPerWeek, track } = plan;
    expect(copy.trajectories[0]?.answers).toMatchObject({ guidancePlan, hoursPerWeek, track });
    expect(copy.trajectories[1]?.answers).toEqual({ guidancePlan: "Een plan" });
  });

  test("has no person, no days, no declarations and no state aid", () => {
    expect(Object.keys(copy).sort()).toEqual(["bank", "company", "trajectories"]);
    const words = JSON.stringify(copy.trajectories);
    for (const name of [
      "personKey",
      "personNumber",
      "pseudonym",
      "womenAgrees",
      "StartsOn",
      "EndOn",
      "Until",
    ])
      expect(words).not.toContain(name);
  });

  test("has no more trajectories than the scheme takes, and only what the scheme asks", () => {
    const [first, ...more] = copyOf(earlier, "startbaan", 1, newKey).trajectories;
    expect(more).toEqual([]);
    expect(first?.answers).not.toHaveProperty("culturePlan");
  });
});

test("a trajectory for another person keeps its contract", () => {
  const answers = validTrajectory("startbaan", "2026-06-01");
  const copied = withoutPerson({ ...answers, personKey: "k1:1" });
  expect(copied).toHaveProperty("contractStartsOn");
  expect(copied).not.toHaveProperty("personKey");
  expect(copied).not.toHaveProperty("monitoringConsent");
});
