import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { wordsOf } from "@/lib/i18n/words";

const ASKED = { day: "5 juni 2026", count: 3, asked: "€ 24.000", free: "€ 12.000" };

test.each(LOCALES)("the record of a lottery names its window, any other record its day (%s)", (locale) => {
  const t = wordsOf("draws", locale);
  const why = (distribution: string) => t("public.whyText", { distribution });
  const crossing = (distribution: string) => t("crossing", { distribution, ...ASKED });
  for (const words of [why, crossing]) {
    expect(words("window_lottery")).toMatch(/tijdvak|period/);
    expect(words("day_rank_lot")).not.toMatch(/tijdvak|period/);
  }
  expect(why("window_lottery")).not.toMatch(/van deze dag|of this day/);
  expect(crossing("window_lottery")).toContain(ASKED.asked);
});
