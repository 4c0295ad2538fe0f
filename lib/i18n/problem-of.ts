import type { Problem, Value } from "@/lib/form-state";
import { cents, formatMoney } from "@/lib/money";
import type { Messages } from "./catalogue";

/** Why a rule or a command says no: the key of its sentence under `problems`. */
type Reason = keyof Messages["problems"];

/** The fields that refusals are about; any other refusal is about the form as a whole. */
const FIELDS: Partial<Record<Reason, string>> = {
  "already-resolved": "figure",
  "asked-outside": "askedOn",
  "beyond-hearing": "keep",
  "ceiling-of-another-scheme": "dividedCeiling",
  "closes-before-opening": "closesOn",
  "closes-in-another-year": "closesOn",
  "colleague-cannot": "to",
  "day-changes-nothing": "day",
  "day-is-past": "day",
  "day-known-already": "day",
  "deadline-too-late": "dueOn",
  "deadline-too-soon": "dueOn",
  "delay-not-later": "expectedOn",
  "delay-too-long": "expectedOn",
  "earmark-is-released": "ceiling",
  "explanation-missing": "explanation",
  "grounds-missing": "grounds",
  "no-ceiling-for-year": "dividedCeiling",
  "not-heard": "grounds",
  "nothing-to-lower": "keep",
  "opens-too-early": "opensOn",
  overlaps: "opensOn",
  "published-later": "publishedOn",
  "received-later-than-today": "receivedOn",
  "release-in-the-past": "releasesOn",
  "release-not-earlier": "releasesOn",
  "reserve-ends-too-early": "reserveUntil",
  "resumes-not-later": "resumesOn",
  "rules-assumed": "rulesVersion",
  "rules-of-another-scheme": "rulesVersion",
  "statement-unread": "manualChecks",
  "suspended-too-long": "resumesOn",
  "transfer-no-target": "transferTo",
  "transfer-nothing": "transferred",
  "transfer-to-itself": "transferTo",
  "transfer-too-much": "transferred",
  unchanged: "ceiling",
  "unknown-trajectory": "granted",
  "until-in-the-past": "untilOn",
};

export type Refusal = { reason: Reason; field?: string };

/**
 * A refusal as the problem of a form; without a sentence for its reason it does not compile. The sentence may mention
 * what the refusal carries: `freeCents` as {free}, written as money, a year as it is, and of a list its {count} too.
 */
export function problemOf<R extends Refusal>({ reason, field, ...facts }: R): Problem {
  const values = Object.fromEntries(Object.entries(facts).flatMap(([name, fact]) => valuesOf(name, fact)));
  return {
    field: field ?? FIELDS[reason] ?? "",
    code: reason,
    ...(Object.keys(values).length > 0 && { values }),
  };
}

function valuesOf(name: string, fact: unknown): [name: string, Value][] {
  if (Array.isArray(fact))
    return [
      ["count", fact.length],
      [name, fact.map(String)],
    ];
  if (typeof fact === "number" && name.endsWith("Cents"))
    return [[name.slice(0, -"Cents".length), formatMoney(cents(fact))]];
  if (typeof fact === "number") return [[name, name === "year" ? String(fact) : fact]];
  return typeof fact === "string" || fact instanceof Date ? [[name, fact]] : [];
}
