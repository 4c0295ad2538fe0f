import { type Draft, SECTION_QUESTIONS } from "@/lib/answers/answers";
import { namesWhere, SECTION_FIELDS } from "@/lib/answers/fields";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import { pick, type RawSection } from "@/lib/form-state";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** What belongs to one person and is asked anew in a copy. */
const PERSONAL = namesWhere(({ personal }) => personal === true);
/** What belongs to one contract or one confirmation, and lies in the past by the next application. */
const OF_ITS_TIME = namesWhere(({ ofItsTime }) => ofItsTime === true);

const without = (answers: RawSection, names: readonly string[]): RawSection =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));

/** A trajectory for another person with the same plan. */
export const withoutPerson = (answers: RawSection): RawSection => without(answers, PERSONAL);

/**
 * What an earlier application gives a new one of the same organisation: who it is, its account, and the plans.
 * Never persons, days, declarations or state aid: those are true of their own moment only. `newKey` names
 * trajectories, of which there are `most`.
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
