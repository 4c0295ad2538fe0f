"use client";
import { useTranslations } from "next-intl";
import { rowOf } from "@/lib/answers/aid-rows";
import type { Problem } from "@/lib/form-state";
import type { Messages } from "@/lib/i18n/catalogue";
import { useFormats } from "@/lib/i18n/use-formats";

type FormKey = Parameters<ReturnType<typeof useTranslations<"form">>>[0];

/** Fields that come back with a number, as "words-2", share the words of "words", which may mention the number. */
const inRow = (name: string) => ({
  ...rowOf(name.replace(/-\d+$/, "")),
  number: /-(\d+)$/.exec(name)?.[1] ?? "",
});

/** Words of one field, by its name: `form.<name>.label`, `.help`, `.options.<value>`, `.optionHelp.<value>`. */
export function useFieldWords(name: string) {
  const t = useTranslations("form");
  const { asks, number } = inRow(name);
  const read = (key: string) => t(`${asks}.${key}` as FormKey, { number });
  const find = (key: string) => (t.has(`${asks}.${key}` as FormKey) ? read(key) : undefined);
  return {
    label: read("label"),
    help: find("help"),
    option: (value: string) => read(`options.${value}`),
    optionHelp: (value: string) => find(`optionHelp.${value}`),
  };
}

export function useFieldLabel() {
  const t = useTranslations("form");
  return (name: string) => {
    const { asks, row, number } = inRow(name);
    const label = t(`${asks}.label` as FormKey, { number });
    return row === undefined ? label : `${label} (${row})`;
  };
}

/** The sentence of a problem. A code without words is a bug; production shows a general sentence. */
export function useProblemWords() {
  const t = useTranslations("problems");
  const format = useFormats();
  return ({ code, values = {} }: Problem): string => {
    const known = t.has(code as keyof Messages["problems"]) || process.env.NODE_ENV !== "production";
    return t(known ? (code as keyof Messages["problems"]) : "unknown", {
      max: "none",
      ...format.values(values),
    });
  };
}
