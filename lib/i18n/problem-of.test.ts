import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import type { Changed, HandlingRefusal } from "@/lib/applications/commands/lock-for-move";
import type { ProposeRefusal } from "@/lib/budget/commands/propose-change";
import type { SettleRefusal } from "@/lib/budget/commands/settle-change";
import type { AddDayRefusal } from "@/lib/calendar/commands/add-equated-day";
import type { AssignmentRefusal } from "@/lib/cases/assignment";
import type { CompleteRefusal } from "@/lib/completion/commands/complete-application";
import type { LapseRefusal } from "@/lib/completion/commands/lapse-completion";
import type { AskRefusal } from "@/lib/completion/commands/request-completion";
import type { QuestionRefusal } from "@/lib/correspondence/commands/ask-question";
import type { ContactsRefusal } from "@/lib/correspondence/commands/change-contacts";
import type { EndSuspensionRefusal } from "@/lib/deadlines/commands/end-suspension";
import type { EnterNoticeRefusal } from "@/lib/deadlines/commands/enter-default-notice";
import type { SuspendRefusal } from "@/lib/deadlines/commands/suspend-term";
import type { TellDelayRefusal } from "@/lib/deadlines/commands/tell-delay";
import type { WaitRefusal } from "@/lib/deadlines/commands/wait";
import type { ConfirmRevisionRefusal } from "@/lib/decisions/commands/confirm-revision";
import type { DecideRefusal } from "@/lib/decisions/commands/decide";
import type { EndLoweringRefusal } from "@/lib/decisions/commands/end-lowering";
import type { EndReserveRefusal } from "@/lib/decisions/commands/end-reserve-list";
import type { BulkGrantRefusal } from "@/lib/decisions/commands/grant-in-bulk";
import type { IntendRefusal } from "@/lib/decisions/commands/intend-refusal";
import type { LapseRefusal as LapseResponseRefusal } from "@/lib/decisions/commands/lapse-response";
import type { ProposeRevisionRefusal } from "@/lib/decisions/commands/propose-revision";
import type { RefuseInBulkRefusal } from "@/lib/decisions/commands/refuse-in-bulk";
import type { ReserveRefusal } from "@/lib/decisions/commands/reserve";
import type { RespondRefusal } from "@/lib/decisions/commands/respond";
import type { LoweringRefusal } from "@/lib/decisions/commands/write-lowering";
import type { ProposalRefusal } from "@/lib/decisions/proposal";
import type { DocumentRefusal } from "@/lib/documents/refusals";
import type { Refusal as FilingRefusal } from "@/lib/filing/refusals";
import { euros } from "@/lib/money";
import type { FreezeRefusal } from "@/lib/order/commands/freeze-draw";
import type { RevealRefusal } from "@/lib/order/commands/reveal-draw";
import { MOVE_NAMES } from "@/lib/vocabulary/lifecycle";
import type { MoveRefusal } from "@/lib/windows/commands/move-plan";
import type { WriteRefusal } from "@/lib/windows/commands/write-plan";
import { CATALOGUES } from "./catalogue";
import { formats } from "./format";
import { problemOf } from "./problem-of";

type Refusal =
  | AddDayRefusal
  | AskRefusal
  | AssignmentRefusal
  | BulkGrantRefusal
  | CompleteRefusal
  | ConfirmRevisionRefusal
  | ContactsRefusal
  | DecideRefusal
  | DocumentRefusal
  | EndLoweringRefusal
  | EnterNoticeRefusal
  | FilingRefusal
  | FreezeRefusal
  | HandlingRefusal
  | IntendRefusal
  | LapseRefusal
  | LapseResponseRefusal
  | LoweringRefusal
  | MoveRefusal
  | ProposalRefusal
  | ProposeRefusal
  | ProposeRevisionRefusal
  | QuestionRefusal
  | ReserveRefusal
  | RespondRefusal
  | RevealRefusal
  | SettleRefusal
  | SuspendRefusal
  | EndReserveRefusal
  | EndSuspensionRefusal
  | RefuseInBulkRefusal
  | WaitRefusal
  | TellDelayRefusal
  | WriteRefusal
  | { reason: "statement-unread" };

type Reason = Refusal["reason"];
/** A refusal for every reason there is; one without an example does not compile. */
type Examples = { [R in Reason]: Omit<Extract<Refusal, { reason: R }>, "reason"> };

const DAY = "2026-12-01";
const MOMENT = new Date("2026-06-01T07:00:00Z");
const WAITING = { count: 2, claimedCents: euros(16_000), freeCents: euros(15_000) };

const EXAMPLES: Examples = {
  "all-fits": {},
  "already-frozen": {},
  "already-open": {},
  "already-released": { releasesOn: DAY },
  "already-resolved": { figure: "printed" },
  "already-revealed": {},
  "already-settled": {},
  "another-state": { state: "draft" },
  "application-exists": { applicationId: "a", isDraft: true },
  "asked-outside": { decidedOn: DAY },
  "below-committed": { committedCents: euros(10), reservedCents: euros(20) },
  "beyond-hearing": {},
  "beyond-worth": { field: "amount-2", worthCents: euros(6_000) },
  "bound-then": { freeCents: euros(10), askedCents: euros(20) },
  "bulk-too-much": { count: 2, askedCents: euros(20), freeCents: euros(10) },
  "bulk-would-overtake": { ...WAITING, firstDay: DAY },
  "ceiling-changed": {},
  "ceiling-of-another-scheme": {},
  "ceiling-reached": {
    line: "Actieagenda",
    year: 2026,
    freeCents: euros(15_000),
    askedCents: euros(20_000),
    fits: [1, 3],
  },
  changed: { move: "propose", by: "colleague", name: "Ruben Jansen" },
  "changed-elsewhere": { theirs: {}, revision: 2 },
  "changed-since-check": {},
  "checks-failed": { failed: [] },
  "closes-before-opening": {},
  "closes-in-another-year": { year: 2026 },
  "colleague-cannot": {},
  "day-changes-nothing": {},
  "day-is-past": {},
  "day-known-already": {},
  "day-not-over": {},
  "day-turned": {},
  "day-unknown": {},
  "deadline-too-late": { latest: DAY },
  "deadline-too-soon": { earliest: DAY },
  "decided-already": {},
  "delay-not-later": { dueOn: DAY },
  "delay-too-long": { latest: DAY },
  "document-closed": { state: "submitted" },
  "document-damaged": { type: "pdf" },
  "document-empty": {},
  "document-heic": { looksLike: "heic" },
  "document-missing": {},
  "document-name-folder": {},
  "document-name-turned": {},
  "document-svg": {},
  "document-too-large": {},
  "document-too-many": { most: 20 },
  "document-too-much": { megabytes: 50 },
  "document-two-in-one": {},
  "document-virus": {},
  "document-word": { looksLike: "docx" },
  "document-wrong-type": { looksLike: undefined },
  "documents-missing": {},
  "earmark-is-released": {},
  "enough-invited": { most: 10 },
  "exists-elsewhere": {},
  "explanation-missing": {},
  "first-decider": {},
  "fits-otherwise": {},
  "grounds-missing": {},
  "handler-changed": {},
  "hearing-open": {},
  incomplete: { parts: [] },
  "items-open": { keys: ["bank.iban"] },
  "lowering-not-heard": {},
  municipal: {},
  "needs-draw": { ...WAITING, day: DAY },
  "needs-resolution": { year: 2026 },
  "never-asked-to-complete": {},
  "no-ceiling": { line: "Startbanen" },
  "no-ceiling-for-year": { year: 2026 },
  "no-ceiling-yet": {},
  "no-discrepancy": { year: 2026 },
  "no-hearing": {},
  "no-more-trajectories": { most: 4 },
  "no-room-for-place": {},
  "no-room-now": {},
  "not-a-draft": { state: "submitted" },
  "not-an-earmark": {},
  "not-asked": { state: "submitted" },
  "not-crossing": {},
  "not-filed": {},
  "not-heard": { grounds: ["false_data"] },
  "not-in-default": { dueOn: DAY },
  "not-open-yet": { opensAt: MOMENT },
  "not-suspended": {},
  "not-on-reserve-list": {},
  "nothing-to-refuse": {},
  "transfer-before-year-over": { year: 2026 },
  "transfer-not-divided": {},
  "transfer-nothing": {},
  "transfer-too-much": { freeCents: euros(10) },
  "transfer-waited-for": { count: 2 },
  "waited-for-now": {},
  "transfer-to-itself": {},
  "transfer-no-target": {},
  "refusals-changed": {},
  "reserve-ends-too-early": { closesOn: DAY },
  "reserve-list-goes-on": {},
  "reserve-list-ended": { endsOn: DAY },
  "amount-assumed": {},
  "rules-assumed": { names: ["amountsCents"] },
  "aid-ceiling-reached": { reference: "WS-1", sumCents: euros(10), limitCents: euros(9), since: DAY },
  "money-came-free": { reference: "SOWIS-2026-000001" },
  "too-late-to-wait": { endsOn: DAY },
  "not-yours-to-do": {},
  "nothing-asked": {},
  "nothing-to-grant": {},
  "nothing-to-lower": {},
  "nothing-to-respond-to": {},
  "opens-too-early": {},
  overlaps: { opensOn: DAY, closesOn: "2026-12-31" },
  "own-change": {},
  "own-employer": {},
  "own-plan": {},
  "own-proposal": {},
  "part-fits": {},
  "plan-ceiling-changed": {},
  "plan-rewritten": {},
  "published-later": { today: DAY },
  "received-later-than-today": {},
  "release-in-the-past": {},
  "release-not-earlier": { releasesOn: DAY },
  "resumes-not-later": {},
  "revision-open": {},
  rewritten: {},
  "rules-of-another-scheme": {},
  "same-person": {},
  "set-ceilings": {},
  "set-changed": {},
  "statement-unread": {},
  "still-fits": {},
  "still-time": { untilOn: DAY },
  "suspended-already": { resumesOn: DAY },
  "suspended-too-long": { latest: DAY },
  "term-not-over": { dueOn: DAY },
  "term-over": { dueOn: DAY },
  "too-late-not-to-treat": { end: "lapsed", endedOn: "2026-06-01", lastDay: "2026-06-29" },
  "too-late-to-complete": { dueOn: DAY },
  "too-late-to-withdraw": { state: "granted" },
  unchanged: { ceilingCents: euros(10) },
  "too-many": { minutes: 5 },
  "unknown-trajectory": { number: 3 },
  "until-in-the-past": {},
  "window-closed": { closedAt: MOMENT },
  "window-open": { day: DAY },
  "words-missing": { field: "words-2", number: 3 },
  "would-overtake": { ...WAITING, firstDay: DAY },
  "year-over": { year: 2026 },
};

const t = createTranslator({
  locale: "nl",
  messages: CATALOGUES.nl,
  namespace: "problems",
  onError: (error) => {
    throw error;
  },
});
const words = (refusal: Refusal) => {
  const { code, values } = problemOf(refusal);
  return t(code as Parameters<typeof t>[0], formats("nl").values(values ?? {}) as never);
};
const example = (reason: Reason) => ({ reason, ...EXAMPLES[reason] }) as Refusal;

test.each(Object.keys(EXAMPLES) as Reason[])(
  "%s has a sentence, which mentions only what it carries",
  (reason) => {
    const said = words(example(reason));
    expect(said).toMatch(/^[A-Z].*\.$/);
    for (const name of [
      "earliest",
      "latest",
      "dueOn",
      "releasesOn",
      "resumesOn",
      "firstDay",
      "untilOn",
      "decidedOn",
    ])
      if (name in EXAMPLES[reason]) expect(said).toContain("1 december 2026");
  },
);

test.each([
  ["the form as a whole", "own-employer", ""],
  ["the field of that name", "delay-too-long", "expectedOn"],
  ["the row that it names itself", "words-missing", "words-2"],
] as const)("a refusal is about %s", (_what, reason, field) =>
  expect(problemOf(example(reason)).field).toBe(field),
);

describe("what a sentence mentions", () => {
  test("moments stay moments: the screen writes them in its own language", () => {
    expect(problemOf(example("window-closed")).values).toEqual({ closedAt: MOMENT });
  });

  test.each([
    [[], "Geen van de trajecten past nog."],
    [[2], "Alleen traject 2 past nog."],
    [[1, 3], "De trajecten 1 en 3 passen nog."],
  ])("a ceiling that is reached: line, year, amounts and what fits (%j)", (fits, sentence) => {
    const said = words({ reason: "ceiling-reached", ...EXAMPLES["ceiling-reached"], fits });
    for (const part of ["‘Actieagenda’ in 2026", "€\u00a015.000", "€\u00a020.000", sentence])
      expect(said).toContain(part);
  });

  test("a case that changed: every move in its own words, for whoever comes second", () => {
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

  test("a window that is divided by lot: only until when one can take part", () => {
    const said = words({ reason: "window-open", day: "2026-09-30" });
    for (const part of ["Tot en met 30 september 2026", "Er is niets toegekend."])
      expect(said).toContain(part);
  });

  test.each([1, 12])(
    "an application whose turn has not come: which day is first and how many are ahead (%i)",
    (count) => {
      const waiting = { count, claimedCents: euros(count * 8_000), freeCents: euros(15_000) };
      const early = words({ reason: "would-overtake", firstDay: "2026-06-01", ...waiting });
      const undrawn = words({ reason: "needs-draw", day: "2026-06-01", ...waiting });
      for (const said of [early, undrawn])
        for (const part of [
          "1 juni 2026",
          "€\u00a015.000",
          count === 1 ? "één" : "12",
          "Er is niets toegekend.",
        ])
          expect(said).toContain(part);
    },
  );
});
