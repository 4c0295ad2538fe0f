import * as z from "zod";
import type { RawSection } from "@/lib/form-state";
import { text, yesNo } from "../answer-kinds";

/** The kind of a question: which field asks it and how its answer is shown. */
export type FieldKind =
  | "text"
  | "long_text"
  | "hours"
  | "amount"
  | "day"
  | "choice"
  | "choices"
  | "tick"
  | "times"
  | "row"
  | "branch"
  | "iban"
  | "postcode";
export type Fields = Readonly<Record<string, FieldKind>>;

/** One question of the forms; its name is its key in the table. Words: catalogue `form`, by name. */
export type Question = {
  kind: FieldKind;
  /** Valid answers. A fact that the server keeps has no schema. */
  schema?: z.ZodType;
  /** The options, in the order of the page. */
  options?: readonly string[];
  /** Most characters of a long text. */
  max?: number;
  width?: "short" | "medium" | "full";
  /** Whether the page says that it is optional. */
  optional?: true;
  /** Belongs to one person: asked again when a trajectory is copied for another. */
  personal?: true;
  /** Belongs to one contract or confirmation, and lies in the past by the next application. */
  ofItsTime?: true;
  /** Set by the server, never asked: shown after the question above it once it is known, or hidden. */
  keptByServer?: "shown" | "hidden";
  /** Whether it counts, given the other answers; always when left out. */
  askedWhen?: (answers: RawSection) => boolean;
  /** Box of the page that style sheets show and hide with another answer, also without JavaScript. */
  box?: "women-only" | "coa-only" | "fixed-term-only";
};
export type Questions = Readonly<Record<string, Question>>;

type Shape<Q extends Questions> = {
  -readonly [N in keyof Q as Q[N] extends { schema: z.ZodType } ? N : never]: Q[N] extends {
    schema: infer S;
  }
    ? S
    : never;
};

/** The schemas of a table of questions, by name: what `z.object` takes. */
export const shapeOf = <const Q extends Questions>(questions: Q): Shape<Q> =>
  Object.fromEntries(
    Object.entries(questions).flatMap(([name, { schema }]) => (schema ? [[name, schema]] : [])),
  ) as Shape<Q>;

/** The questions that are asked, without what the server keeps, each with its kind. */
export const fieldsOf = (questions: Questions): Fields =>
  Object.fromEntries(
    Object.entries(questions).flatMap(([name, { kind, keptByServer }]) =>
      keptByServer ? [] : [[name, kind]],
    ),
  );

/** Names of the questions that two versions answer differently; nothing and empty are the same answer. */
export function differences(fields: Fields, mine: RawSection, theirs: RawSection): string[] {
  const text = (value: RawSection[string] | undefined) =>
    [value ?? ""].flat().join("\n").replaceAll("\r\n", "\n");
  return Object.keys(fields).filter((name) => text(mine[name]) !== text(theirs[name]));
}

/** A choice of one out of several. */
export const choice = <const T extends readonly [string, ...string[]]>(options: T) =>
  ({ kind: "choice", options, schema: z.enum(options, "choose") }) as const;

/** Yes or no; `options` is their order on the page. */
export const yesOrNo = (options: readonly ["no" | "yes", "no" | "yes"] = ["no", "yes"]) =>
  ({ kind: "choice", options, schema: yesNo }) as const;

export const longText = (max: number) => ({ kind: "long_text", max, schema: text(max) }) as const;
