import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { validTrajectory } from "@/db/testing/answers";
import { isAsked } from "@/lib/answers/fields";
import { questionsOfScheme } from "@/lib/answers/questions/registry";
import form from "@/lib/i18n/nl/form.json";
import { PERMIT_CATEGORIES, permitEnds } from "./permits";

const looks = readFileSync("components/applications/applications.css", "utf8");

const answers = (permitCategory: string) => ({
  ...validTrajectory("werkgeverssubsidie", "2026-06-01"),
  personKey: `k1:${"0".repeat(64)}`,
  permitCategory,
});

test.each(PERMIT_CATEGORIES)("%s has words, and a last day exactly when it ends", (category) => {
  expect(form.permitCategory.options).toHaveProperty(category);
  const dated = questionsOfScheme("werkgeverssubsidie").schema.parse(answers(category));
  expect(dated.permit.validUntil !== null).toBe(permitEnds(category));
  const undated = questionsOfScheme("werkgeverssubsidie").schema.safeParse({
    ...answers(category),
    permitValidUntil: "",
  });
  expect(undated.success).toBe(!permitEnds(category));
  expect(isAsked("permitValidUntil", answers(category))).toBe(permitEnds(category));
  const hidesLastDay = looks.includes(`[name="permitCategory"][value="${category}"]:checked`);
  expect(hidesLastDay).toBe(!permitEnds(category));
});
