import { describe, expect, test } from "vitest";
import { amountsOf, type Change } from "@/lib/decisions/revision";
import { renderPdf } from "@/lib/gateways/typst/render";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { type Cents, euros } from "@/lib/money";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { OUTCOMES } from "@/lib/vocabulary/outcomes";
import { completionLetter } from "./completion-request/letter";
import { receiptLetter } from "./copies/receipt";
import { sentLetter } from "./copies/sent";
import { threadLetter } from "./copies/thread";
import { accountabilityOf } from "./decision/accountability";
import { type Decided, decisionLetter } from "./decision/letter";
import { defaultNoticeLetter } from "./default-notice/letter";
import { delayLetter } from "./delay-notice/letter";
import type { FiledApplication } from "./filed";
import { intendedLoweringLetter } from "./intended-lowering/letter";
import { intendedRefusalLetter } from "./intended-refusal/letter";
import type { Letter } from "./letter";
import { reserveLetter } from "./reserve/letter";
import { resumptionLetter } from "./resumption/letter";
import { suspensionLetter } from "./suspension/letter";

const rules = rulesFor("werkgeverssubsidie-2026");
const application: FiledApplication = {
  reference: "WS-2026-004217-K",
  scheme: "werkgeverssubsidie",
  year: 2026,
  isExample: false,
  legalName: "Bakkerij De Ochtend B.V.",
  kvkNumber: "12345678",
  submittedAt: new Date("2026-06-30T22:30:00Z"),
  rankDay: "2026-07-01",
  distribution: "day_rank_lot",
  placedBy: "day_rank_lot",
  dueOn: "2026-11-30",
  termFrom: "closing",
  decisionWeeks: 13,
  closesOn: "2026-09-30",
  reserveEndsOn: "2026-12-30",
  rulesVersion: rules.id,
  answersVersion: 9,
  trajectories: [
    { number: 1, track: "general" },
    { number: 2, track: "women" },
  ],
  requestedCents: euros(14_000),
  support: {
    phone: "070 123 45 67",
    email: "hulp@portaal.example",
    objectionEmail: "bezwaar@portaal.example",
  },
  checkAt: "https://portaal.voorbeeld.nl/letter-check",
};
const CODE = "7KQM-7KQM-7KQM-7KQM-7KQM";
const granted = (...numbers: number[]): Decided => ({
  outcome: numbers.length === 2 ? "grant" : numbers.length === 1 ? "grant_in_part" : "refuse",
  lines: awardFor(
    rules,
    application.trajectories.filter(({ number }) => numbers.includes(number)),
  ),
  amountCents: euros([0, 8_000, 14_000][numbers.length] ?? 0),
  grounds: numbers.length === 2 ? [] : ["conditions"],
  explanation: numbers.length === 2 ? "" : "Het plan is te mager.\nEr staat niet wie begeleidt.",
});
const PUBLISHED = {
  objectUntil: "2027-01-04",
  payBy: "2027-01-04",
  accountEnd: "4300",
  sector: "general",
} as const;
const SIGNED = [{ text: "Wat in deze aanvraag staat, is waar.", textVersion: "2026-1" }];
const decided = (content: Decided, to = application) =>
  decisionLetter(to, { content, writtenOn: "2026-11-23" }, PUBLISHED);
const revised = (change: Change, ...numbers: number[]): Decided => ({
  ...granted(...numbers),
  grounds: [],
  explanation: "De begeleiding van de tweede statushouder is niet begonnen.",
  replaces: {
    ...{ change, decidedOn: "2026-08-03" },
    ...(change === "grant_on_objection"
      ? { amountCents: euros(8_000), lines: granted(1).lines }
      : { amountCents: euros(14_000), lines: granted(1, 2).lines }),
  },
});
const asked = () =>
  completionLetter(
    application,
    {
      content: {
        items: [
          { part: "bank", field: "iban", listed: true, words: "Dit nummer hoort niet bij uw organisatie." },
        ],
        dueOn: "2026-12-07",
      },
      writtenOn: "2026-11-23",
    },
    [],
  );
const loweringTo = (toCents: Cents) =>
  intendedLoweringLetter(
    application,
    {
      content: {
        grounds: ["activities_not_done"],
        explanation: "De begeleiding is niet begonnen.",
        untilOn: "2026-12-07",
        kept: toCents === 0 ? [] : [{ trajectory: 1, amountCents: toCents }],
        version: 5,
      },
      writtenOn: "2026-11-23",
    },
    { decidedOn: "2026-08-03", fromCents: euros(14_000), before: amountsOf(granted(1, 2).lines) },
  );
const rendered = (letter: Letter) => {
  const pdf = renderPdf("letter.typ", letter);
  return { raw: pdf.toString("latin1"), text: pdfText(pdf) };
};

describe("every letter", () => {
  const letters = [
    receiptLetter(application, CODE, SIGNED),
    ...[[1, 2], [1], []].map((n) => decided(granted(...n))),
    decided({ ...granted(), outcome: "not_treat", grounds: ["not_completed"] }),
    decided(revised("lower", 1)),
    decided(revised("withdraw")),
    decided(revised("grant_on_objection", 1, 2)),
    intendedRefusalLetter(application, {
      content: { grounds: ["false_data"], explanation: "De zaak staat stil.", untilOn: "2026-12-07" },
      writtenOn: "2026-11-23",
    }),
    ...[euros(8_000), euros(0)].map(loweringTo),
    decided({ ...revised("lower", 1), askedOn: "2026-10-01" }),
    delayLetter(application, {
      content: { expectedOn: "2026-12-21", reason: "Wij wachten op het register." },
      writtenOn: "2026-11-23",
    }),
    suspensionLetter(application, {
      content: { ground: "applicant", resumesOn: "2026-12-21", reason: "U verhuist.", dueOn: "2027-01-04" },
      writtenOn: "2026-11-23",
    }),
    resumptionLetter(application, {
      content: { startedOn: "2026-11-23", endedOn: "2026-12-07", dueOn: "2026-12-21" },
      writtenOn: "2026-12-07",
    }),
    defaultNoticeLetter(application, {
      content: { receivedOn: "2026-12-02" },
      writtenOn: "2026-12-03",
    }),
    asked(),
    reserveLetter(application, { writtenOn: "2026-11-23" }),
    threadLetter(application, []),
    sentLetter({
      head: application,
      scheme: "werkgeverssubsidie",
      versions: [],
      documents: [],
      agreements: [],
    }),
  ];
  test.each(letters)("$title: is tagged, in Dutch, titled, and carries its fonts", (letter) => {
    const { raw, text } = rendered(letter);
    expect(raw).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(raw).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(raw).toMatch(/\/Lang \(nl\)/);
    expect(raw).toMatch(/pdfuaid:part[>=]"?1/);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    expect(raw).toMatch(/\/FontName \/\w+\+SourceSans3-Regular/);
    expect(raw).not.toMatch(/\/(JavaScript|JS|Launch|URI|EmbeddedFile)\b/);
    expect(text).toContain(letter.title);
    expect(text).toContain("Kenmerk WS-2026-004217-K");
  });
});

test("an intended lowering says what would be left, why, until when one can respond, and that nothing changed yet", () => {
  const { text } = rendered(loweringTo(euros(8_000)));
  for (const words of [
    "Op 3 augustus 2026 kreeg u € 14.000 subsidie. Wij zijn van plan die te verlagen naar € 8.000.",
    "uw subsidie blijft nu zoals zij is",
    "artikel 4:8 van de Algemene wet bestuursrecht",
    "De subsidie zou vervallen voor statushouder 2.",
    "Awb 4:48(1)(a)",
    "De begeleiding is niet begonnen.",
    "tot en met 7 december 2026",
    "U kunt tegen deze brief geen bezwaar maken.",
  ])
    expect(text).toContain(words);
  const all = rendered(loweringTo(euros(0))).text;
  expect(all).toContain("Wij zijn van plan die in te trekken. U krijgt dan geen subsidie meer.");
});

test("the letter of a lowering says that the employer was heard, or asked for it", () => {
  const heard = { toldOn: "2026-10-01", respondedOn: "2026-10-08" };
  const said = (more: object) => rendered(decided({ ...revised("lower", 1), ...more })).text;
  expect(said({ heard })).toContain("U reageerde op 8 oktober 2026.");
  expect(said({ heard: { toldOn: "2026-10-01" } })).toContain("Wij kregen geen reactie.");
  const onRequest = said({ askedOn: "2026-10-01" });
  expect(onRequest).toContain("U vroeg ons daar zelf om op 1 oktober 2026.");
  expect(onRequest).not.toContain("4:48");
});

test("a receipt says what was received, when, its place in the order and the last day to decide", () => {
  const { text } = rendered(receiptLetter(application, CODE, SIGNED));
  for (const words of [
    "Bakkerij De Ochtend B.V.",
    "1 juli 2026 om 00.30 uur",
    "Dag die telt voor de volgorde : 1 juli 2026",
    "Statushouder 1: algemene begeleiding",
    "Statushouder 2: begeleiding voor vrouwen",
    "uiterlijk op 30 november 2026",
    "Versie van uw antwoorden: 9",
    "Wat in deze aanvraag staat, is waar. (tekst 2026-1)",
    "Bel 070 123 45 67 of mail naar hulp@portaal.example",
    CODE,
  ])
    expect(text).toContain(words);
  expect(text.replaceAll("\u00a0", " ")).toMatch(/Samen € 14\.000/);
});

test("a decision for a part says which part, why in coded and own words, and until when to object", () => {
  const text = rendered(decided(granted(1))).text.replaceAll("\u00a0", " ");
  for (const words of [
    "U krijgt een deel daarvan: € 8.000.",
    "Afgewezen is de subsidie voor statushouder 2.",
    "Niet aan alle voorwaarden van de regeling is voldaan. (voorwaarden van de regeling)",
    "Het plan is te mager.",
    "Er staat niet wie begeleidt.",
    "Dat kan tot en met 4 januari 2027.",
    "Titel 4.2 van de Algemene wet bestuursrecht.",
    "U hoeft achteraf geen verslag te sturen.",
  ])
    expect(text).toContain(words);
});

describe("the letter of a grant", () => {
  const text = () => rendered(decided(granted(1, 2))).text.replaceAll("\u00a0", " ");

  test("names the day on which the activities are done, and what follows when they are not (Kaderregeling 5.7)", () => {
    for (const words of [
      "Zij is klaar uiterlijk op 23 november 2028.",
      "artikel 5.7 van de Kaderregeling subsidies OCW, SZW en VWS",
      "Is de begeleiding op 23 november 2028 niet gegeven",
      "Wet bestuurlijke boete meldingsplichten door ministers verstrekte subsidies",
      "binnen 22 weken na 23 november 2028 (artikel 4:47",
      "laat u met die gegevens zien welke begeleiding u heeft gegeven",
    ])
      expect(text()).toContain(words);
  });

  test("names the account and the last day to pay (Awb 4:87, 4:95)", () => {
    for (const words of [
      "artikel 4:95",
      "uiterlijk op 4 januari 2027 op de rekening die eindigt op 4300 (artikel 4:87)",
    ])
      expect(text()).toContain(words);
  });

  test.each([
    ["general", "Verordening (EU) 2023/2831"],
    ["agriculture", "Verordening (EU) 1408/2013"],
    ["fishery", "Verordening (EU) 717/2014"],
  ] as const)(
    "says that it is de-minimis aid, how much, and by which regulation: %s (art. 7(4))",
    (sector, title) => {
      const letter = decisionLetter(
        application,
        { content: granted(1, 2), writtenOn: "2026-11-23" },
        { ...PUBLISHED, sector },
      );
      expect(rendered(letter).text.replaceAll("\u00a0", " ")).toContain(
        `Deze subsidie van € 14.000 is de-minimissteun op grond van ${title}.`,
      );
    },
  );

  test("says how to object digitally, that a late objection may be excused (Awb 6:11), and how to reach us", () => {
    for (const words of [
      "Mail uw bezwaar dan naar bezwaar@portaal.example.",
      "artikel 6:11",
      "Bel 070 123 45 67 of mail naar hulp@portaal.example",
    ])
      expect(text()).toContain(words);
    expect(text()).not.toContain("Daarna kan het niet meer");
  });

  test("cites provisions, never a news site, beside an amount or in its base", () => {
    expect(text()).toContain("Stcrt. 2024, 19739");
    expect(text()).not.toMatch(/nieuwsbericht|\.nl\)/);
  });
});

test("a lowered grant has a letter of its own: what it was and becomes, for whom it ends, from when, and what follows", () => {
  const text = rendered(decided(revised("lower", 1))).text.replaceAll("\u00a0", " ");
  for (const words of [
    "Besluit: wij verlagen uw subsidie",
    "Op 3 augustus 2026 kreeg u € 14.000 subsidie. Wij wijzigen dat besluit. De subsidie wordt € 8.000.",
    "Het werkt terug tot en met die dag (artikel 4:48 van de Algemene wet bestuursrecht).",
    "Waarom wij de subsidie verlagen",
    "De subsidie vervalt voor statushouder 2.",
    "De begeleiding van de tweede statushouder is niet begonnen.",
    "gelden de verplichtingen uit ons besluit van 3 augustus 2026",
    "artikel 4:57",
    "Dat kan tot en met 4 januari 2027.",
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/Op 1 juli 2026 heeft u subsidie aangevraagd|voorschot|4:35|een deel/);
});

test("an amount that changes is stated for each statushouder, in the intention and in the decision", () => {
  const told = rendered(loweringTo(euros(5_000))).text.replaceAll("\u00a0", " ");
  expect(told).toContain("Statushouder 1: de subsidie is nu € 8.000 en zou € 5.000 worden.");
  const second = revised("lower", 2);
  const moved = second.lines.map((line) => ({ ...line, amountCents: euros(8_000) }));
  const text = rendered(decided({ ...second, lines: moved })).text.replaceAll("\u00a0", " ");
  expect(text).toContain("De subsidie vervalt voor statushouder 1.");
  expect(text).toContain("Statushouder 2: de subsidie was € 6.000 en wordt € 8.000.");
});

test("an objection that is upheld in part says so", () => {
  const upheld = { ...revised("grant_on_objection", 1, 2), outcome: "grant_in_part" as const };
  expect(rendered(decided(upheld)).text).toContain("U krijgt voor een deel gelijk.");
});

test("a withdrawn grant says that nothing is left", () => {
  const text = rendered(decided(revised("withdraw"))).text.replaceAll("\u00a0", " ");
  for (const words of [
    "Besluit: wij trekken uw subsidie in",
    "Op 3 augustus 2026 kreeg u € 14.000 subsidie. Wij trekken dat besluit in.",
    "De subsidie vervalt voor statushouders 1 en 2.",
    "artikel 4:57",
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/Wij wijzen uw aanvraag af|voorschot/);
});

test("a decision on an objection can be appealed, not objected to again", () => {
  const { text } = rendered(decided(revised("grant_on_objection", 1, 2)));
  for (const words of [
    "Besluit op uw bezwaar: u krijgt alsnog subsidie",
    "U maakte bezwaar tegen ons besluit van 3 augustus 2026. U krijgt gelijk.",
    "Waarom wij nu anders besluiten",
    "De artikelen 4:25 en 7:11 van de Algemene wet bestuursrecht.",
    "Dan kunt u in beroep gaan bij de rechtbank. Dat kan tot en met 4 januari 2027.",
    "voorschot",
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/bezwaar maken|4:57 .* aparte brief/);
});

test("a request to complete says what, by when, what it does to term and order, and how to check that it is real", () => {
  const { text } = rendered(asked());
  for (const words of [
    "Wilt u weten of deze brief echt van ons is? Ga naar https://portaal.voorbeeld.nl/letter-check",
    "7 december 2026",
    "Bankrekening",
    "Dit nummer hoort niet bij uw organisatie.",
    "1 juli 2026",
  ])
    expect(text).toContain(words);
});

test("the letter of a refusal names no obligations and no money", () => {
  const { blocks } = decided(granted());
  expect(JSON.stringify(blocks)).not.toMatch(/voorschot|verwachten|berekend/);
  expect(OUTCOMES).toContain(granted().outcome);
});

test.each([
  ["direct", 24_999],
  ["activity_report", 25_000],
  ["financial_report", 125_000],
] as const)("%s from € %d", (expected, amount) => {
  expect(accountabilityOf(rules, euros(amount))).toBe(expected);
});

describe("typed text is never markup", () => {
  const typed = [
    '#read("/etc/passwd") #panic("x") *b* _i_ $x$ = kop @bron <label> \\ ` // ] ) }',
    '"}); #sys.inputs \\u{1F600} {{7*7}} </script>',
    "😀 👩🏽‍🏭 日本語 ‮omgekeerd‬ שלום سلام \u0000\u0007 a\u0301\u0301\u0301",
    "x".repeat(4000),
    "woord ".repeat(660),
    '=\n- lijst\n+ nummer\n/ term: x\n#import "@preview/x:1.0.0"',
  ];
  test.each(typed)("%#: %.30s", (explanation) => {
    const letter = decided(
      { ...granted(1), explanation },
      { ...application, legalName: explanation.slice(0, 200) },
    );
    const { text } = rendered(letter);
    expect(text).toContain("Bent u het niet eens met dit besluit?");
    expect(text).not.toContain("root:");
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test("markup is shown as it was typed", () => {
    const explanation = '#panic("x") *b* $x$';
    const { text } = rendered(decided({ ...granted(1), explanation }));
    expect(text).toContain(explanation);
  });
});
