import * as z from "zod";
import { MOST_ROWS, ROW_QUESTIONS, type RowQuestion, rowField, typedRows } from "@/lib/answers/aid-rows";
import type { RawSection } from "@/lib/form-state";
import type { Aid } from "@/lib/state-aid/ledger";
import { AID_REGULATIONS, AID_SECTORS } from "@/lib/state-aid/regulations";
import { ALWAYS, amount, day, text } from "./answer-kinds";
import { choice, type Questions, shapeOf, yesOrNo } from "./questions/question";

const KVK_NUMBER = /^\d{8}$/;
const optionalKvk = z
  .string()
  .trim()
  .refine((typed) => typed === "" || KVK_NUMBER.test(typed), "not_a_kvk_number")
  .transform((typed) => typed || null)
  .default(null);

/** One grant of aid as a row of the ledger. */
const rowSchema = z.object({
  grantedOn: day,
  grantor: text(),
  amount,
  regulation: z.enum(AID_REGULATIONS, "choose").default("general"),
  kvkNumber: optionalKvk,
});

/** "12345678, 23456789" as numbers; companies of one undertaking are named by their register number. */
const kvkNumbers = z
  .string()
  .trim()
  .max(500, "too_long")
  .default("")
  .transform((typed) => typed.split(/[\s,;]+/).filter(Boolean))
  .refine((numbers) => numbers.every((number) => KVK_NUMBER.test(number)), "not_kvk_numbers");

/** The rows of the ledger, which are shown as one table. */
const LEDGER: Readonly<Record<string, { kind: "row" }>> = Object.fromEntries(
  Array.from({ length: MOST_ROWS }, (_, row) => row).flatMap((row) =>
    ROW_QUESTIONS.map((question) => [rowField(row, question), { kind: "row" } as const]),
  ),
);

const UNDERTAKING = {
  aidSector: choice(AID_SECTORS),
  groupKvkNumbers: { kind: "text", schema: kvkNumbers },
  aidReceived: yesOrNo(),
} as const satisfies Questions;

export const STATE_AID_QUESTIONS: Questions = { ...UNDERTAKING, ...LEDGER };

/** The rows with an answer; with aid the first row is always asked. */
function rowsIn(answers: RawSection) {
  const rows = typedRows(answers);
  return rows.length === 0 ? [{ place: 0, row: {} }] : rows;
}

/**
 * The aid that the undertaking received. Without aid all rows are ignored; with aid there is at least one row, and
 * every row with an answer is complete.
 */
export const stateAidSchema = z
  .looseObject(shapeOf(UNDERTAKING))
  .superRefine((answers, context) => {
    if (answers.aidReceived !== true) return;
    for (const { place, row } of rowsIn(answers as RawSection))
      for (const issue of rowSchema.safeParse(row).error?.issues ?? [])
        context.addIssue({
          ...issue,
          input: undefined,
          path: rowField(place, issue.path[0] as RowQuestion).split("."),
        });
  }, ALWAYS)
  .transform(({ aidSector, groupKvkNumbers, aidReceived, ...rest }) => ({
    sector: aidSector,
    groupKvkNumbers,
    aid: aidReceived
      ? rowsIn(rest as RawSection).map(({ row }): Aid => {
          const { amount: amountCents, ...facts } = rowSchema.parse(row);
          return { ...facts, amountCents };
        })
      : [],
  }));
