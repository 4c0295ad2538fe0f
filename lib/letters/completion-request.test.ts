import { expect, test } from "vitest";
import { formatDay } from "@/lib/i18n/format";
import type { Distribution } from "@/lib/vocabulary/distribution";
import { completionLetter } from "./completion-request";

const wordsFor = (placedBy: Distribution, listed: boolean) =>
  JSON.stringify(
    completionLetter(
      {
        ...{ reference: "WS-2026-004217-K", isExample: false },
        ...{ legalName: "Bakkerij De Ochtend B.V.", kvkNumber: "12345678" },
      },
      {
        items: [{ part: "bank", field: "iban", listed, words: "Welk nummer klopt?" }],
        ...{ dueOn: "2026-06-20", filedOn: "2026-06-01", rankDay: "2026-06-05" },
        ...{ placedBy, trajectoryKeys: [] },
      },
    ).blocks,
  );
const CLOSING = formatDay("2026-06-05");

test.each<[Distribution, boolean, string]>([
  ["day_rank_lot", true, `Nu is dat ${CLOSING}. Dat wordt de dag waarop u aanvult.`],
  ["day_rank_lot", false, `De dag die telt voor de volgorde verandert niet. Dat blijft ${CLOSING}.`],
  ["window_lottery", true, "Vult u uiterlijk op die dag aan, dan loot uw aanvraag mee."],
  ["window_lottery", false, "Uw aanvraag blijft meedoen als wij loten."],
])("placed by %s, a listed item is %s: %s", (placedBy, listed, words) => {
  expect(wordsFor(placedBy, listed)).toContain(words);
});

test.each([true, false])("under a lottery nothing is said of an order of days (listed: %s)", (listed) => {
  expect(wordsFor("window_lottery", listed)).not.toMatch(/volgorde/);
});
