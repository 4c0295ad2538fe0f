import { describe, expect, test } from "vitest";
import { OUTCOMES } from "@/lib/decisions/outcome";
import { renderPdf } from "@/lib/gateways/typst/render";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { euros } from "@/lib/money";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { accountabilityOf } from "./accountability";
import { decisionLetter } from "./decision";
import type { FiledApplication, FiledDecision } from "./filed";
import type { Letter } from "./letter";
import { receiptLetter } from "./receipt";

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
  dueOn: "2026-11-30",
  rulesVersion: rules.id,
  answersVersion: 9,
  trajectories: [
    { number: 1, track: "general" },
    { number: 2, track: "women" },
  ],
  requestedCents: euros(14_000),
  checkAt: "https://portaal.voorbeeld.nl/letter-check",
};
const CODE = "7KQM-7KQM-7KQM-7KQM-7KQM";
const granted = (...numbers: number[]): FiledDecision => ({
  outcome: numbers.length === 2 ? "grant" : numbers.length === 1 ? "grant_in_part" : "refuse",
  lines: awardFor(
    rules,
    application.trajectories.filter(({ number }) => numbers.includes(number)),
  ),
  amountCents: euros([0, 8_000, 14_000][numbers.length] ?? 0),
  grounds: numbers.length === 2 ? [] : ["conditions"],
  explanation: numbers.length === 2 ? "" : "Het plan is te mager.\nEr staat niet wie begeleidt.",
  decidedOn: "2026-11-23",
  objectUntil: "2027-01-04",
});
const rendered = (letter: Letter) => {
  const pdf = renderPdf("letter.typ", letter);
  return { raw: pdf.toString("latin1"), text: pdfText(pdf) };
};

describe("every letter", () => {
  const letters = [
    receiptLetter(application, CODE),
    ...[[1, 2], [1], []].map((n) => decisionLetter(application, granted(...n))),
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

test("a receipt says what was received, when, its place in the order and the last day to decide", () => {
  const { text } = rendered(receiptLetter(application, CODE));
  for (const words of [
    "Bakkerij De Ochtend B.V.",
    "1 juli 2026 om 00.30 uur",
    "Dag die telt voor de volgorde : 1 juli 2026",
    "Statushouder 1: algemene begeleiding",
    "Statushouder 2: begeleiding voor vrouwen",
    "uiterlijk op 30 november 2026",
    "Versie van uw antwoorden: 9",
    CODE,
  ])
    expect(text).toContain(words);
  expect(text.replaceAll("\u00a0", " ")).toMatch(/Samen € 14\.000/);
});

test("a decision for a part says which part, why in coded and own words, and until when to object", () => {
  const text = rendered(decisionLetter(application, granted(1))).text.replaceAll("\u00a0", " ");
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

test("a refusal speaks of no obligations and no money", () => {
  const { blocks } = decisionLetter(application, granted());
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

describe("whatever somebody typed is text", () => {
  const typed = [
    '#read("/etc/passwd") #panic("x") *b* _i_ $x$ = kop @bron <label> \\ ` // ] ) }',
    '"}); #sys.inputs \\u{1F600} {{7*7}} </script>',
    "😀 👩🏽‍🏭 日本語 ‮omgekeerd‬ שלום سلام \u0000\u0007 a\u0301\u0301\u0301",
    "x".repeat(4000),
    "woord ".repeat(660),
    '=\n- lijst\n+ nummer\n/ term: x\n#import "@preview/x:1.0.0"',
  ];
  test.each(typed)("%#: %.30s", (explanation) => {
    const letter = decisionLetter(
      { ...application, legalName: explanation.slice(0, 200) },
      { ...granted(1), explanation },
    );
    const { text } = rendered(letter);
    expect(text).toContain("Bent u het niet eens met dit besluit?");
    expect(text).not.toContain("root:");
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test("markup is shown as it was typed", () => {
    const explanation = '#panic("x") *b* $x$';
    const { text } = rendered(decisionLetter(application, { ...granted(1), explanation }));
    expect(text).toContain(explanation);
  });
});
