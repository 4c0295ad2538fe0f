import { rowOf } from "@/lib/answers/aid-rows";
import { answerWords } from "@/lib/answers/answer-words";
import { partTitle, questionOf } from "@/lib/answers/completion-item-title";
import { answersOf, isSection, type Part, type StoredDraft } from "@/lib/answers/draft";
import { isAsked, shownFields } from "@/lib/answers/fields";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import type { Agreement } from "@/lib/correspondence/queries/thread";
import { formatSize } from "@/lib/documents/document";
import type { DocumentView } from "@/lib/documents/queries/list-documents";
import type { RawSection } from "@/lib/form-state";
import { formatMoment, formats } from "@/lib/i18n/format";
import { DEFAULT_LOCALE } from "@/lib/i18n/locale";
import { wordsOf } from "@/lib/i18n/words";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { type Block, type Letter, paragraphs } from "../letter";
import { heading, type LetterHead, letterTo, list, paragraph } from "../parts";

export type Sent = {
  head: LetterHead;
  scheme: Scheme;
  /** Each version of the answers that was sent, the first one first. */
  versions: readonly { answersVersion: number; sentAt: Date; draft: StoredDraft }[];
  documents: readonly Pick<DocumentView, "name" | "kind" | "sizeBytes" | "uploadedAt">[];
  agreements: readonly Agreement[];
};

/** A longer answer stands under its question. */
const SHORT = 120;

/** A copy of everything sent for one application: each version with its answers, files and declarations. */
export function sentLetter({ head, scheme, versions, documents, agreements }: Sent): Letter {
  const t = wordsOf("letters");
  const kindOf = wordsOf("form");
  return letterTo(head, t("sent.title", { reference: head.reference }), [
    paragraph(t("sent.lead", { count: versions.length })),
    ...versions.flatMap(({ answersVersion, sentAt, draft }) => [
      heading(t("sent.version", { moment: formatMoment(sentAt), version: answersVersion })),
      ...partsOf(draft).flatMap((part) => partBlocks(draft, part, scheme)),
      ...aidDeclared(draft),
    ]),
    heading(t("sent.documents")),
    documents.length === 0
      ? paragraph(t("sent.noDocuments"))
      : list(
          ...documents.map(({ name, kind, sizeBytes, uploadedAt }) =>
            t("sent.document", {
              name,
              kind: kindOf(`documentKind.options.${kind}`),
              size: formatSize(sizeBytes),
              moment: formatMoment(uploadedAt),
            }),
          ),
        ),
    heading(t("sent.agreed")),
    list(
      ...agreements.map(({ text, textVersion, agreedAt }) =>
        t("sent.agreement", { text, version: textVersion, moment: formatMoment(agreedAt) }),
      ),
    ),
  ]);
}

/** The declaration of de-minimis aid as it was signed with this version. */
function aidDeclared({ declarations }: StoredDraft): Block[] {
  const signed = declarations?.deMinimisText;
  return typeof signed === "string" && signed !== ""
    ? [paragraph(wordsOf("letters")("sent.aidDeclared")), ...paragraphs(signed)]
    : [];
}

const partsOf = ({ trajectories }: StoredDraft): Part[] => [
  "company",
  ...trajectories.map(({ key }): Part => `trajectory:${key}`),
  "stateAid",
  "bank",
  "declarations",
];

/** The questions of one part with their answers: short ones in a list, a text under its own question. */
function partBlocks(draft: StoredDraft, part: Part, scheme: Scheme): Block[] {
  const answers = answersOf(draft, part) ?? {};
  const keys = draft.trajectories.map(({ key }) => key);
  const fields = isSection(part) ? shownFields(part, answers) : trajectoryFields(scheme);
  const blocks: Block[] = [heading(partTitle(part, keys))];
  let rows: [string, string][] = [];
  const close = () => {
    if (rows.length > 0) blocks.push({ kind: "facts", rows });
    rows = [];
  };
  for (const [name, kind] of Object.entries(fields)) {
    const answer = isAsked(name, answers) ? answered(name, kind, answers) : undefined;
    if (answer === undefined) continue;
    const question = questionOf({ part, field: name });
    if (answer.length <= SHORT) rows.push([question, answer]);
    else {
      close();
      blocks.push(paragraph(`${question}:`), ...paragraphs(answer));
    }
  }
  close();
  return blocks;
}

type Kind = Parameters<typeof answerWords>[0];
type FormKey = Parameters<ReturnType<typeof wordsOf<"form">>>[0];

/** How the questions of a row of the ledger of state aid are answered; the others are texts. */
const ROW_KINDS: Readonly<Record<string, Kind>> = {
  "aid.grantedOn": "day",
  "aid.amount": "amount",
  "aid.regulation": "choice",
};

/** An answer in words; undefined for what is empty, or a row or day that nothing was filled in for. */
function answered(name: string, kind: Kind, answers: RawSection): string | undefined {
  const { asks } = rowOf(name);
  const shown = kind === "row" ? (ROW_KINDS[asks] ?? "text") : kind;
  if (shown === "tick") return answers[name] ? wordsOf("letters")("sent.yes") : undefined;
  const option = (value: string) => wordsOf("form")(`${asks}.options.${value}` as FormKey);
  return answerWords(shown, answers[name], option, formats(DEFAULT_LOCALE));
}
