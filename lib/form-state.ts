import type * as z from "zod";

/** Values in a sentence: text and numbers as they are, a day or an instant to be formatted, or a list. */
export type Value = string | number | Date | readonly string[];
export type Values = Record<string, Value>;

/** The answers of one section as typed, right or wrong. */
export type RawSection = Record<string, string | string[]>;

/** One problem: `code` is a key under the catalogue's `problems`; field "" is the form itself. */
export type Problem = { field: string; code: string; values?: Values };

/** The result of a form action: problems, the typed answers, and a notice. */
export type FormState = {
  problems: Problem[];
  values?: RawSection;
  notice?: string;
  /** The moment of an automatic save. */
  savedAt?: Date;
  /** The answers that a colleague saved meanwhile, to choose between. */
  theirs?: RawSection;
};

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

export const NO_PROBLEMS: FormState = { problems: [] };

/** The first problem of each field, from the issues of zod; lengths are passed as `max` and `min`. */
export function problemsIn(error: Pick<z.ZodError, "issues">): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    if (problems.has(field)) continue;
    const values = limitsOf(issue);
    problems.set(field, { field, code: issue.message, ...(values && { values }) });
  }
  return [...problems.values()];
}

function limitsOf(issue: z.core.$ZodIssue): Problem["values"] {
  if (issue.code === "too_big") return { max: Number(issue.maximum) };
  if (issue.code === "too_small") return { min: Number(issue.minimum) };
  return undefined;
}

const DAY_PART = /^(.+)-(day|month|year)$/;

/** Typed answers, as text or a list of texts. Framework fields are left out; day, month and year become one day. */
export function rawSection(data: FormData): RawSection {
  const raw: RawSection = {};
  const days = new Map<string, Record<string, string>>();
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const texts = data.getAll(name).filter((value) => typeof value === "string");
    const [, field, part] = DAY_PART.exec(name) ?? [];
    if (field && part) days.set(field, { ...days.get(field), [part]: (texts[0] ?? "").trim() });
    else raw[name] = texts.length === 1 ? (texts[0] ?? "") : texts;
  }
  for (const [field, parts] of days) raw[field] = joinDay(parts);
  return raw;
}

/**
 * "2026-02-01" from its parts, in which the year may be "26"; "" when all are empty; an invalid day keeps its parts as
 * typed.
 */
function joinDay({ day = "", month = "", year = "" }: Record<string, string>): string {
  if (!day && !month && !year) return "";
  const padded = (part: string) => (part === "" ? "" : part.padStart(2, "0"));
  const whole = /^\d\d$/.test(year) ? `20${year}` : year;
  return `${whole}-${padded(month)}-${padded(day)}`;
}

/** The parts of a day as typed, right or wrong. */
export function splitDay(typed: string): { day: string; month: string; year: string } {
  const [year = "", month = "", day = ""] = typed.split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** Only the answers to these questions; other fields are left out. */
export const pick = (answers: RawSection, names: Iterable<string>): RawSection =>
  Object.fromEntries(
    [...names].flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])),
  );
