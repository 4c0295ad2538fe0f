import {
  type Block,
  OCCUPATIONS,
  type Occupation,
  parseBlocks,
  WEEKDAYS,
  type Week,
  type Weekday,
} from "./week";

export type RosterField = `${Weekday}${Capitalize<Occupation>}`;

/** Name of the question about one activity on one day: "mondayWork". */
export const rosterField = (day: Weekday, occupation: Occupation): RosterField =>
  `${day}${occupation === "work" ? "Work" : "Class"}`;

/** Every question of a roster, in the order of its page: each day its work, then its class. */
export const ROSTER_FIELDS: readonly RosterField[] = WEEKDAYS.flatMap((day) =>
  OCCUPATIONS.map((occupation) => rosterField(day, occupation)),
);

/** A week from its answers, by the name of each question. */
export const weekOf = (blocksOf: (field: RosterField) => Block[]): Week =>
  Object.fromEntries(
    WEEKDAYS.map((day) => [
      day,
      { work: blocksOf(rosterField(day, "work")), class: blocksOf(rosterField(day, "class")) },
    ]),
  ) as Week;

/** A week from the readable answers; others are left out. */
export const typedWeek = (answers: Readonly<Record<string, string | string[] | undefined>>): Week =>
  weekOf((field) => parseBlocks([answers[field] ?? ""].flat().join(", ")) ?? []);
