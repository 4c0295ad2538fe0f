import { referenceFor } from "@/lib/applications/reference";
import type { Entry } from "@/lib/budget/allocation";
import { keyedHash } from "@/lib/privacy/seal";
import type { AwardLine } from "@/lib/schemes/award";
import { MOVES, type MoveName } from "@/lib/vocabulary/lifecycle";
import type { Outcome } from "@/lib/vocabulary/outcomes";
import { type ChainEvent, chained } from "./chain";
import { uuidAt } from "./chance";
import { type Answers, seedKey } from "./documents";
import { factsFor } from "./places";
import type { Plan, SeedState } from "./plan";
import { add, type Batch } from "./tables";

/** The handler of a case, and its decision. */
export type CaseFacts = {
  plan: Plan;
  organisationId: string;
  employerId: string;
  reviewerId: string;
  deciderId: string;
  caseNumber: number;
  answers: Answers;
  /** KVK number of its employer, and of the company that it names as its group. */
  kvk: number;
  group: number | null;
  /** The requested award, and the granted part. */
  asked: readonly AwardLine[];
  granted: readonly AwardLine[];
  entries: readonly Entry[];
  outcome: Outcome | null;
  dayOf: (moment: number) => string;
};

const ANSWERS_VERSION = 8;
const COURSE: Record<SeedState, readonly MoveName[]> = {
  draft: [],
  submitted: ["submit"],
  withdrawn: ["submit", "withdraw"],
  in_review: ["submit", "take_up"],
  proposed: ["submit", "take_up", "propose"],
  granted: ["submit", "take_up", "propose", "grant"],
  partly_granted: ["submit", "take_up", "propose", "grant_in_part"],
  refused: ["submit", "take_up", "propose", "refuse"],
};

const iso = (moment: number | undefined): string | null =>
  moment === undefined ? null : new Date(moment).toISOString();
const total = (lines: readonly AwardLine[]): number => lines.reduce((sum, line) => sum + line.amountCents, 0);

/** Every row of one application, in all tables, as the commands would have written them; gives its id. */
export function addCase(batch: Batch, facts: CaseFacts): string {
  const { plan, organisationId, employerId, reviewerId, answers } = facts;
  const { window, state, moments } = plan;
  const [startedAt = 0, filedAt] = moments;
  const id = uuidAt(startedAt);
  const course = COURSE[state];
  const isFiled = filedAt !== undefined;
  const reference = isFiled ? referenceFor(window.scheme, window.year, facts.caseNumber) : null;
  add(batch, "applications", {
    id,
    organisation_id: organisationId,
    window_id: window.id,
    scheme: window.scheme,
    line_id: window.lineId,
    year: window.year,
    rules_version: window.rulesVersion,
    state,
    version: course.length + 1,
    answers: answers(id),
    answers_version: ANSWERS_VERSION,
    saved_at: iso(filedAt ?? startedAt),
    reference,
    case_number: isFiled ? facts.caseNumber : null,
    submitted_at: iso(filedAt),
    rank_day: isFiled ? facts.dayOf(filedAt) : null,
    requested_cents: isFiled ? total(facts.asked) : null,
    awarded_cents: course.length === 4 ? total(facts.granted) : null,
    iban_key: isFiled ? seedKey() : null,
    assignee_id: course.includes("take_up") ? reviewerId : null,
    started_by: employerId,
    started_at: iso(startedAt),
  });
  if (isFiled) addUndertaking(batch, facts, id);
  if (isFiled) addTrajectories(batch, facts, id);
  addEvents(batch, facts, id, reference);
  if (facts.outcome) addDecision(batch, facts, facts.outcome, id);
  return id;
}

function addUndertaking(batch: Batch, { organisationId, kvk, group }: CaseFacts, id: string): void {
  for (const number of group === null ? [kvk] : [kvk, group])
    add(batch, "undertakings", {
      application_id: id,
      organisation_id: organisationId,
      key: keyedHash("undertaking", `${number}`),
      is_own: number === kvk ? "t" : "f",
    });
}

function addTrajectories(batch: Batch, { plan, asked, organisationId, kvk }: CaseFacts, id: string): void {
  const facts = factsFor(plan.window.scheme, kvk);
  for (const [index, track] of plan.tracks.entries()) {
    const number = index + 1;
    add(batch, "trajectories", {
      application_id: id,
      number,
      organisation_id: organisationId,
      scheme: plan.window.scheme,
      track,
      person_key: seedKey(),
      requested_cents: total(asked.filter((line) => line.trajectory === number)),
    });
    add(batch, "evaluation_facts", { application_id: id, number, ...facts });
  }
}

function addEvents(batch: Batch, facts: CaseFacts, id: string, reference: string | null): void {
  const { plan, organisationId, granted, outcome } = facts;
  const decided = `{"outcome": "${outcome}", "amountCents": ${total(granted)}}`;
  const payload = (move: MoveName): string => {
    if (move === "submit")
      return `{"assurance": "loa3", "reference": "${reference}", "trajectories": ${plan.tracks.length}, "answersVersion": ${ANSWERS_VERSION}}`;
    return move === "take_up" || move === "withdraw" ? "{}" : decided;
  };
  const events = ["start" as const, ...COURSE[plan.state]].map((move, index): ChainEvent => {
    const by = move === "start" ? "employer" : MOVES[move].by[0];
    return {
      type: `application.${move}`,
      at: plan.moments[index] ?? 0,
      actorKind: by === "employer" ? "employer" : "staff",
      personId: by === "employer" ? facts.employerId : by === "reviewer" ? facts.reviewerId : facts.deciderId,
      applicationVersion: index + 1,
      payload: move === "start" ? "{}" : payload(move),
    };
  });
  const stream = `application:${id}`;
  const chain = chained(stream, organisationId, id, events);
  for (const event of chain)
    add(batch, "events", {
      stream,
      number: event.number,
      type: event.type,
      at: iso(event.at),
      actor_kind: event.actorKind,
      person_id: event.personId,
      organisation_id: organisationId,
      application_id: id,
      application_version: event.applicationVersion,
      payload: event.payload,
      previous_hash: `\\x${event.previousHash}`,
      hash: `\\x${event.hash}`,
    });
  add(batch, "event_heads", { stream, number: chain.length, hash: `\\x${chain.at(-1)?.hash}` });
}

/** Money stays free on every ceiling, so no application is refused for want of it. */
const GROUNDS: Record<Outcome, { grounds: string; explanation: string }> = {
  grant: { grounds: "{}", explanation: "" },
  grant_in_part: { grounds: "{ceiling}", explanation: "Het plafond voor dit jaar is bereikt." },
  refuse: { grounds: "{conditions}", explanation: "Het plan noemt geen vast aanspreekpunt." },
  not_treat: { grounds: "{not_completed}", explanation: "De aanvraag is niet aangevuld." },
};

function addDecision(batch: Batch, facts: CaseFacts, outcome: Outcome, id: string): void {
  const { plan, granted, entries, reviewerId, deciderId, organisationId } = facts;
  const [, , , proposedAt = 0, decidedAt] = plan.moments;
  const proposalId = uuidAt(proposedAt);
  const shared = {
    application_id: id,
    outcome,
    lines: JSON.stringify(granted),
    amount_cents: total(granted),
    ...GROUNDS[outcome],
    proposed_by: reviewerId,
  };
  add(batch, "proposals", {
    ...shared,
    id: proposalId,
    application_version: 4,
    attention: 0,
    failed: 0,
    proposed_at: iso(proposedAt),
  });
  if (decidedAt === undefined) return;
  const decisionId = uuidAt(decidedAt);
  add(batch, "decisions", {
    ...shared,
    id: decisionId,
    organisation_id: organisationId,
    application_version: 5,
    proposal_id: proposalId,
    decided_by: deciderId,
    decided_at: iso(decidedAt),
    decided_on: facts.dayOf(decidedAt),
  });
  for (const { line, year, amountCents, trajectory } of entries)
    add(batch, "ledger_entries", {
      line_id: line,
      year,
      kind: "commitment",
      amount_cents: amountCents,
      application_id: id,
      decision_id: decisionId,
      trajectory,
      at: iso(decidedAt),
      by_person_id: deciderId,
    });
}
