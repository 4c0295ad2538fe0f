import * as z from "zod";
import { type Ceiling, ceilingSchema } from "@/lib/budget/ceiling";
import type { Change } from "@/lib/forecast/what-if";
import { parseMoney } from "@/lib/money";

const typed = z.string().trim().max(30).catch("");
const query = z.object({
  van: ceilingSchema.optional().catch(undefined),
  plafond: typed,
  vrouwen: typed,
  bedrag: typed,
});

export const CHANGE_FIELDS = ["plafond", "vrouwen", "bedrag"] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

export type Question = {
  /** The requested ceiling; undefined when the address names none. */
  ceiling: Ceiling | undefined;
  /** As typed, to show again. */
  typed: Record<ChangeField, string>;
  /** Undefined without a change, or when a typed value cannot be read. */
  change: Change | undefined;
  wrong: readonly ChangeField[];
};

const percent = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 300 ? Number(text) : undefined;

/** The forecast that an address asks for: a ceiling and other amounts to try. Money in euros as typed. */
export function readQuestion(params: unknown): Question {
  const { van, ...texts } = query.parse(params);
  const read = {
    plafond: texts.plafond === "" ? undefined : parseMoney(texts.plafond),
    vrouwen: texts.vrouwen === "" ? undefined : parseMoney(texts.vrouwen),
    bedrag: texts.bedrag === "" ? undefined : percent(texts.bedrag),
  };
  const wrong = CHANGE_FIELDS.filter((field) => texts[field] !== "" && read[field] === undefined);
  const isAsked = CHANGE_FIELDS.some((field) => texts[field] !== "");
  const change = { ceilingCents: read.plafond, womenCents: read.vrouwen, amountPercent: read.bedrag };
  return {
    ceiling: van,
    typed: texts,
    wrong,
    change: isAsked && wrong.length === 0 ? change : undefined,
  };
}
