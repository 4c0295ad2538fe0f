import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import type { Changed } from "@/lib/applications/commands/lock-for-move";
import { CATALOGUES } from "@/lib/i18n/catalogue";
import { formats } from "@/lib/i18n/format";
import { euros } from "@/lib/money";
import { MOVE_NAMES } from "@/lib/vocabulary/lifecycle";
import { problemOf } from "./messages";

type Refusal = Parameters<typeof problemOf>[0];

const t = createTranslator({ locale: "nl", messages: CATALOGUES.nl, namespace: "problems" });
const words = (refusal: Refusal) => {
  const { code, values } = problemOf(refusal);
  return t(code as Parameters<typeof t>[0], formats("nl").values(values ?? {}) as never);
};

const ceiling = {
  ...{ reason: "ceiling-reached" as const, line: "Actieagenda", year: 2026 },
  ...{ freeCents: euros(15_000), askedCents: euros(20_000) },
};

test.each<Refusal>([
  { reason: "own-employer" },
  { reason: "day-turned" },
  { reason: "not-yours-to-do" },
  { reason: "own-proposal" },
  { reason: "set-ceilings" },
  { reason: "all-fits" },
  { reason: "nothing-to-lower" },
  { reason: "nothing-to-grant" },
  { reason: "revision-open" },
  { reason: "first-decider" },
  { reason: "bound-then", freeCents: euros(10), askedCents: euros(20) },
  { reason: "still-fits" },
  { reason: "part-fits" },
  { reason: "unknown-trajectory", number: 3 },
  { reason: "grounds-missing" },
  { reason: "explanation-missing" },
  { reason: "not-heard", grounds: ["false_data"] },
  { reason: "never-asked-to-complete" },
  { reason: "too-late-not-to-treat", end: "lapsed", endedOn: "2026-06-01", lastDay: "2026-06-29" },
  { reason: "too-late-not-to-treat", end: "completed", endedOn: "2026-06-01", lastDay: "2026-06-29" },
  { reason: "until-in-the-past" },
  { reason: "still-time", untilOn: "2026-12-01" },
  { reason: "nothing-to-respond-to" },
  { reason: "no-ceiling", line: "Startbanen" },
])("$reason has a sentence", (refusal) => {
  expect(words(refusal)).toMatch(/^[A-Z].*\.$/);
});

test.each([
  [[], "Geen van de trajecten past nog."],
  [[2], "Alleen traject 2 past nog."],
  [[1, 3], "De trajecten 1 en 3 passen nog."],
])("a ceiling that is reached names line, year, amounts and what fits (%j)", (fits, sentence) => {
  const said = words({ ...ceiling, fits });
  for (const part of ["‘Actieagenda’ in 2026", "€\u00a015.000", "€\u00a020.000", sentence])
    expect(said).toContain(part);
});

test("every move has its own words for the second caller", () => {
  const by = (who: Changed["by"], move: string) =>
    words({ reason: "changed", move, by: who, name: "Ruben Jansen" });
  const made = MOVE_NAMES.filter((move) => move !== "submit");
  for (const who of ["you", "colleague"] as const) {
    const said = made.map((move) => by(who, move));
    expect(new Set(said).size).toBe(made.length);
    for (const sentence of said) expect(sentence).not.toContain("veranderde");
  }
  expect(by("colleague", "take_up")).toContain("Ruben Jansen nam de aanvraag in behandeling");
  expect(by("employer", "withdraw")).toContain("De werkgever trok de aanvraag intussen in");
});

test("before a window lottery closes, the refusal names its closing day and nothing else", () => {
  const said = words({ reason: "window-open", day: "2026-09-30" });
  for (const part of ["Tot en met 30 september 2026", "Er is niets toegekend."]) expect(said).toContain(part);
});

test.each([1, 12])("a refusal out of turn names the first day and how many are ahead (%i)", (count) => {
  const waiting = { count, claimedCents: euros(count * 8_000), freeCents: euros(15_000) };
  const early = words({ reason: "would-overtake", firstDay: "2026-06-01", ...waiting });
  const undrawn = words({ reason: "needs-draw", day: "2026-06-01", ...waiting });
  for (const said of [early, undrawn])
    for (const part of ["1 juni 2026", "€\u00a015.000", count === 1 ? "één" : "12", "Er is niets toegekend."])
      expect(said).toContain(part);
});
