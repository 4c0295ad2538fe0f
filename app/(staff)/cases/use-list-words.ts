import { useTranslations } from "next-intl";
import { SHOWN, type Shown, type Words } from "@/lib/cases/list-words";
import type { ListChoices } from "@/lib/cases/queries/list-choices";
import { dayOf } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";

type GroupKey = Parameters<ReturnType<typeof useTranslations<"worklist.shown">>>[0];
type StateKey = Parameters<ReturnType<typeof useTranslations<"worklist.states">>>[0];

/** Groups of states above the list; single states are among its filters. */
export const GROUPS = SHOWN.filter(
  (shown) => shown.includes("-") || ["open", "besloten", "alle"].includes(shown),
);
export const SINGLE_STATES = SHOWN.filter((shown) => !GROUPS.includes(shown));

/** The filters of an address in sentences, each with the address without it. */
export function useListWords({ windows, handlers }: Pick<ListChoices, "windows" | "handlers">) {
  const t = useTranslations("worklist");
  const group = useTranslations("worklist.shown");
  const state = useTranslations("worklist.states");
  const schemes = useTranslations("schemes");
  const { day } = useFormats();

  const shown = (word: Shown) => (GROUPS.includes(word) ? group(word as GroupKey) : state(word as StateKey));
  const windowName = (id: string) => {
    const window = windows.find((known) => known.id === id);
    if (!window) return id;
    return t("windowOf", {
      scheme: schemes(`${window.scheme}.name`),
      from: day(dayOf(window.opensAt)),
      until: day(dayOf(window.closesAt)),
    });
  };
  const handler = (van: string) =>
    van === "mij"
      ? t("me")
      : van === "niemand"
        ? t("nobody")
        : (handlers.find(({ id }) => id === van)?.name ?? t("handler"));

  const active = (words: Words) => {
    const on = (name: keyof Words, label: string | undefined) =>
      label === undefined
        ? []
        : [{ name, label, without: { ...words, [name]: undefined, na: undefined, voor: undefined } }];
    return [
      ...on("zoek", words.zoek && t("searched", { words: words.zoek })),
      ...on("regeling", words.regeling && schemes(`${words.regeling}.name`)),
      ...on("tijdvak", words.tijdvak && windowName(words.tijdvak)),
      ...on("van", words.van && `${t("handler")}: ${handler(words.van)}`),
      ...on("spoor", words.spoor && t(`tracks.${words.spoor}`)),
      ...on("letop", words.letop && t(`attentions.${words.letop}`)),
      ...on("termijn", words.termijn && `${t("term")}: ${t(`terms.${words.termijn}`).toLowerCase()}`),
    ];
  };
  return { shown, windowName, active };
}
