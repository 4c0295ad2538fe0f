import type { RawSection } from "@/lib/form-state";

/** Rows that one application may hold; more grants of one authority can be added up. */
export const MOST_ROWS = 15;

export const ROW_QUESTIONS = ["grantedOn", "grantor", "amount", "regulation", "kvkNumber"] as const;
export type RowQuestion = (typeof ROW_QUESTIONS)[number];
/** A row counts when one of these is filled in; the others have default answers. */
const TELLING: readonly RowQuestion[] = ["grantedOn", "grantor", "amount", "kvkNumber"];

/** Name of one question of one row, counted from 0: "aid.0.amount". */
export const rowField = (row: number, question: RowQuestion): string => `aid.${row}.${question}`;

/** The question of a row and the number of that row, counted from 1: "aid.0.amount" is "aid.amount" of row 1. */
export function rowOf(name: string): { asks: string; row: number | undefined } {
  const place = /\.(\d+)\./.exec(name)?.[1];
  return { asks: name.replace(/\.\d+\./, "."), row: place === undefined ? undefined : Number(place) + 1 };
}

export type TypedRow = Partial<Record<RowQuestion, string>>;

const rowAt = (answers: RawSection, row: number): TypedRow =>
  Object.fromEntries(
    ROW_QUESTIONS.flatMap((question) => {
      const [typed] = [answers[rowField(row, question)] ?? []].flat();
      return typed === undefined ? [] : [[question, typed.trim()]];
    }),
  );

const isFilled = (row: TypedRow): boolean => TELLING.some((question) => row[question]);

/** The rows with an answer, each with its place. */
export const typedRows = (answers: RawSection): { place: number; row: TypedRow }[] =>
  Array.from({ length: MOST_ROWS }, (_, place) => ({ place, row: rowAt(answers, place) })).filter(({ row }) =>
    isFilled(row),
  );

/** The same answers with empty rows closed up, and without the row at `removed` if one is named. */
export function closedUp(answers: RawSection, removed?: number): RawSection {
  const others = Object.entries(answers).filter(([name]) => !name.startsWith("aid."));
  const rows = typedRows(answers).filter(({ place }) => place !== removed);
  const kept = rows.flatMap(({ row }, place) =>
    Object.entries(row).map(([question, typed]) => [rowField(place, question as RowQuestion), typed]),
  );
  return Object.fromEntries([...others, ...kept]);
}

type Button = RawSection[string] | undefined;

/** The answers after the button of the ledger ("remove-2", "add" or none). */
export const afterRowButton = (answers: RawSection, button: Button): RawSection =>
  closedUp(answers, Number(/^remove-(\d+)$/.exec(String(button))?.[1] ?? Number.NaN));

/** What the form shows next: one row more after "add"; `shape` tells it to start from what was saved. */
export const rowsShown = (button: Button, revision: number): RawSection => ({
  shape: String(revision),
  ...(button === "add" && { moreRows: "yes" }),
});
