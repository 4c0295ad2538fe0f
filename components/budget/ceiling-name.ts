import { useTranslations } from "next-intl";
import type { Ceiling } from "@/lib/budget/ceiling";

/** Gives the name of a ceiling on screen: its line and its year. */
export function useCeilingName(): (ceiling: Ceiling) => string {
  const t = useTranslations("budget");
  return ({ line, year }) => t("ceilingName", { line: t(`names.${line}`), year: String(year) });
}
