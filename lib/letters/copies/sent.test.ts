import { expect, test } from "vitest";
import { validSections, validTrajectory } from "@/db/testing/answers";
import { renderPdf } from "@/lib/gateways/typst/render";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { sentLetter } from "./sent";
import { threadLetter } from "./thread";

const head = {
  reference: "WS-2026-004217-K",
  isExample: false,
  legalName: "Bakkerij De Ochtend B.V.",
  kvkNumber: "12345678",
};
const KEY = "0198c0de-0000-7000-8000-000000000001";
const first = {
  ...validSections(),
  trajectories: [{ key: KEY, answers: validTrajectory("werkgeverssubsidie", "2026-06-01") }],
  revisions: {},
};
const second = { ...first, company: { ...first.company, city: "Zeist" } };
const textOf = (letter: Parameters<typeof renderPdf>[1]) => pdfText(renderPdf("letter.typ", letter));

test("a copy holds each version that was sent, with files and declarations", () => {
  const text = textOf(
    sentLetter({
      head,
      scheme: "werkgeverssubsidie",
      versions: [
        { answersVersion: 8, sentAt: new Date("2026-06-30T10:00:00Z"), draft: first },
        { answersVersion: 9, sentAt: new Date("2026-07-20T10:00:00Z"), draft: second },
      ],
      documents: [
        {
          name: "Afschrift.pdf",
          kind: "bank_statement",
          sizeBytes: 34_000,
          uploadedAt: new Date("2026-06-29T10:00:00Z"),
        },
      ],
      agreements: [
        {
          name: "truthful",
          text: "Wat in deze aanvraag staat, is waar.",
          textVersion: "2026-1",
          agreedAt: new Date("2026-06-30T10:00:00Z"),
        },
      ],
    }),
  );
  for (const words of [
    "U verzond uw antwoorden 2 keer",
    "Verzonden op 30 juni 2026 om 12.00 uur (versie 8)",
    "Verzonden op 20 juli 2026 om 12.00 uur (versie 9)",
    "Utrecht",
    "Zeist",
    "een vast gesprek van een uur",
    "€ 10.000",
    "Afschrift.pdf (Bankafschrift, 33 kB)",
    "Wat in deze aanvraag staat, is waar.",
    "Wat in deze aanvraag staat, is waar. : Ja",
  ])
    expect(text.replace(/\s+/g, " ")).toContain(words);
  expect(text).not.toContain("\ufffd");
});

test("a copy holds only filled rows of a ledger and only questions that count", () => {
  const { blocks } = sentLetter({
    head,
    scheme: "startbaan",
    versions: [{ answersVersion: 1, sentAt: new Date(0), draft: first }],
    documents: [],
    agreements: [],
  });
  const terms = blocks.flatMap((block) => (block.kind === "facts" ? block.rows.map(([term]) => term) : []));
  expect(terms.filter((term) => term.endsWith("(1)"))).toHaveLength(4);
  expect(terms.filter((term) => term.endsWith("(2)"))).toEqual([]);
  expect(terms.join()).not.toContain("Extra uren");
});

test("questions and answers say who wrote when", () => {
  const posts = [
    {
      side: "ministry" as const,
      at: new Date("2026-07-01T10:00:00Z"),
      words: "Hoeveel uur?\nEn vanaf wanneer?",
    },
    { side: "employer" as const, at: new Date("2026-07-02T10:00:00Z"), words: "32 uur, vanaf augustus." },
  ];
  const text = textOf(threadLetter(head, posts)).replace(/\s+/g, " ");
  expect(text).toContain("Ministerie, 1 juli 2026 om 12.00 uur");
  expect(text).toContain("Werkgever, 2 juli 2026 om 12.00 uur");
  expect(text).toContain("En vanaf wanneer?");
});
