import { expect, test } from "vitest";
import { formatDay } from "@/lib/i18n/format";
import { euros } from "@/lib/money";
import type { Distribution } from "@/lib/vocabulary/distribution";
import type { FiledApplication } from "../filed";
import { completionLetter } from "./letter";

const application = (placedBy: Distribution): FiledApplication => ({
  reference: "WS-2026-004217-K",
  scheme: "werkgeverssubsidie",
  year: 2026,
  isExample: false,
  legalName: "Bakkerij De Ochtend B.V.",
  kvkNumber: "12345678",
  submittedAt: new Date("2026-06-01T10:00:00Z"),
  rankDay: "2026-06-05",
  distribution: placedBy,
  placedBy,
  dueOn: "2026-12-30",
  termFrom: "closing",
  decisionWeeks: 13,
  closesOn: "2026-09-30",
  reserveEndsOn: "2026-12-30",
  rulesVersion: "werkgeverssubsidie-2026",
  answersVersion: 2,
  trajectories: [],
  requestedCents: euros(8_000),
  support: {
    phone: "070 123 45 67",
    email: "hulp@portaal.example",
    objectionEmail: "bezwaar@portaal.example",
  },
  checkAt: "https://portaal.voorbeeld.nl/letter-check",
});

const wordsFor = (placedBy: Distribution, listed: boolean) => {
  const items = [{ part: "bank", field: "iban", listed, words: "Welk nummer klopt?" } as const];
  const written = { content: { items: [...items], dueOn: "2026-06-20" }, writtenOn: "2026-06-06" };
  return JSON.stringify(completionLetter(application(placedBy), written, []).blocks);
};
const CLOSING = formatDay("2026-06-05");

test.each<[Distribution, boolean, string]>([
  ["day_rank_lot", true, `Nu is dat ${CLOSING}. Dat wordt de dag waarop u aanvult.`],
  ["day_rank_lot", false, `De dag die telt voor de volgorde verandert niet. Dat blijft ${CLOSING}.`],
  ["window_lottery", true, "Vult u uiterlijk op die dag aan, dan loot uw aanvraag mee."],
  ["window_lottery", false, "Uw aanvraag blijft meedoen als wij loten."],
])("in a window with %s, a request (listed item: %s) says: %s", (placedBy, listed, words) => {
  expect(wordsFor(placedBy, listed)).toContain(words);
});

test.each([true, false])(
  "a request in a window with a lottery names no order of days (listed: %s)",
  (listed) => {
    expect(wordsFor("window_lottery", listed)).not.toMatch(/volgorde/);
  },
);
