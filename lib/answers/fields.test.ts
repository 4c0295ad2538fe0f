import { expect, test } from "vitest";
import { validSections, validTrajectory } from "@/db/testing/answers";
import { SECTIONS } from "@/lib/answers/answers";
import { isAsked, SECTION_FIELDS, shownFields } from "@/lib/answers/fields";
import { differences } from "@/lib/answers/questions/question";
import { trajectoryFields, trajectoryQuestions } from "@/lib/answers/questions/registry";
import { pick } from "@/lib/form-state";
import { CATALOGUES } from "@/lib/i18n/catalogue";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import type { TrajectoryQuestion } from "./questions/registry";

test.each(SECTIONS)("every test answer of %s belongs to one of its questions", (section) => {
  const names = Object.keys(SECTION_FIELDS[section]).filter((name) => !/^aid\.[1-9]/.test(name));
  expect(names.sort()).toEqual(Object.keys(validSections()[section]).sort());
});

test.each(SCHEMES)("every answer of a trajectory of the %s is one of its questions", (scheme) => {
  const answers = validTrajectory(scheme, "2026-06-01", "women");
  expect(trajectoryQuestions(scheme).sort()).toEqual(Object.keys(answers).sort());
});

/** A question without a label does not compile. */
const LABELS: Record<Exclude<TrajectoryQuestion, "personKey">, { label: string }> = CATALOGUES.nl.form;

test.each(SCHEMES)("every question of a trajectory of the %s has a label", (scheme) => {
  const labels: Record<string, { label: string } | undefined> = LABELS;
  for (const name of trajectoryQuestions(scheme)) expect(labels[name]?.label, name).toMatch(/\w/);
});

test("a fact of the register is shown after its question, when there is one", () => {
  const said = { sbiVersion: "2025", sbiDescription: "Restaurants", branchName: "" };
  const shown = Object.keys(shownFields("company", { ...validSections().company, ...said }));
  expect(shown.slice(0, 2)).toEqual(["branchNumber", "street"]);
  expect(shown.slice(shown.indexOf("sbiCode"))).toEqual([
    ...["sbiCode", "sbiVersion", "sbiDescription"],
    ...Object.keys(SECTION_FIELDS.company).filter((name) => /contact/i.test(name)),
  ]);
});

test("questions about a second contact count when there is one", () => {
  expect(isAsked("secondContactPhone", { secondContactName: "", secondContactPhone: "" })).toBe(false);
  expect(isAsked("secondContactPhone", { secondContactName: "Sam de Boer" })).toBe(true);
});

test("women's questions count on the women's track only", () => {
  expect(isAsked("womenMeasures", { track: "women" })).toBe(true);
  expect(isAsked("womenMeasures", { track: "general" })).toBe(false);
  expect(isAsked("hoursPerWeek", { track: "general" })).toBe(true);
});

test("only what was asked is kept", () => {
  expect(pick({ iban: "x", evil: "y" }, ["iban", "accountName"])).toEqual({ iban: "x" });
});

test("two versions differ in their answers; absent and empty are equal", () => {
  const fields = trajectoryFields("startbaan");
  const mine = { pseudonym: "a", hypothesis: "een\r\ntwee", womenMeasures: ["network"], municipality: "" };
  const theirs = { pseudonym: "b", hypothesis: "een\ntwee", womenMeasures: ["network", "safety"] };
  expect(differences(fields, mine, theirs)).toEqual(["pseudonym", "womenMeasures"]);
});
