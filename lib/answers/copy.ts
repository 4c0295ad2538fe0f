import { type Draft, SECTION_QUESTIONS } from "@/lib/answers/answers";
import { namesWhere, SECTION_FIELDS } from "@/lib/answers/fields";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import { pick, type RawSection } from "@/lib/form-state";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** Answers about one person; a copy asks them again. */
const PERSONAL = namesWhere(({ personal }) => personal === true);
/** Answers about one contract or one confirmation; by the next application their days are past. */
const OF_ITS_TIME = namesWhere(({ ofItsTime }) => ofItsTime === true);

const without = (answers: RawSection, names: readonly string[]): RawSection =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));

/** A trajectory for another person with the same plan. */
export const withoutPerson = (answers: RawSection): RawSection => without(answers, PERSONAL);

/**
 * A new draft from an earlier application of the same organisation: company, account and plans. Persons, days,
 * declarations and state aid are left out, because they hold at one moment only. `newKey` makes the keys of the
 * trajectories, `most` is their maximum.
 */
export function copyOf(earlier: Draft, scheme: Scheme, most: number, newKey: () => string): Draft {
  const asked = Object.keys(trajectoryFields(scheme));
  return {
    company: pick(earlier.company ?? {}, Object.keys(SECTION_FIELDS.company)),
    bank: pick(earlier.bank ?? {}, Object.keys(SECTION_QUESTIONS.bank)),
    trajectories: earlier.trajectories.slice(0, most).map(({ answers }) => ({
      key: newKey(),
      answers: without(withoutPerson(pick(answers, asked)), OF_ITS_TIME),
    })),
  };
}
