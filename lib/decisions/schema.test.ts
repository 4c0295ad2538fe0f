import { expect, test } from "vitest";
import en from "@/lib/i18n/en/form.json";
import nl from "@/lib/i18n/nl/form.json";
import { ALL_RULES } from "@/lib/schemes/rules";
import { GROUND_CODES, GROUNDS } from "@/lib/vocabulary/grounds";
import { confirmationSchema, proposalSchema, returnSchema } from "./schema";

const applicationId = "019354a0-0000-7000-8000-000000000001";
const seen = { applicationId, version: "4" };

test("no, one and several ticked boxes are read as a list of numbers", () => {
  const granted = (typed?: string | string[]) =>
    proposalSchema.parse({ ...seen, ...(typed && { granted: typed }) }).granted;
  expect(granted()).toEqual([]);
  expect(granted("2")).toEqual([2]);
  expect(granted(["1", "2"])).toEqual([1, 2]);
});

test("an unknown ground is ignored", () => {
  expect(proposalSchema.safeParse({ ...seen, grounds: ["because"] }).success).toBe(false);
  expect(proposalSchema.parse({ ...seen, grounds: [...GROUND_CODES] }).grounds).toHaveLength(
    Object.keys(GROUNDS).length,
  );
});

test("the version on screen is a whole number above zero", () => {
  expect(confirmationSchema.parse(seen)).toEqual({ applicationId, version: 4 });
  for (const version of ["", "0", "1.5", "x"])
    expect(confirmationSchema.safeParse({ ...seen, version }).success).toBe(false);
});

test("a return needs a reason", () => {
  const [issue] = returnSchema.safeParse({ ...seen, reason: "  " }).error?.issues ?? [];
  expect(issue).toMatchObject({ path: ["reason"], message: "required" });
});

test("every number of trajectories that the rules allow has words, to grant and to keep", () => {
  const most = Math.max(...ALL_RULES.map(({ amountsCents }) => amountsCents.value.length));
  for (const words of [nl, en])
    for (const { options } of [words.granted, words.keep])
      expect(Object.keys(options)).toEqual(Array.from({ length: most }, (_, place) => String(place + 1)));
});
