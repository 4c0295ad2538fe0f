import { useTranslations } from "next-intl";
import { PlainSelect } from "@/components/form/plain-select";
import { SearchLine } from "@/components/form/search-line";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { SORTS, TERMS, type Words } from "@/lib/cases/list-words";
import type { ListChoices } from "@/lib/cases/queries/list-choices";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { GROUPS, SINGLE_STATES, useListWords } from "./use-list-words";

type Props = { words: Words; choices: ListChoices };

/** Searches all applications, whatever list is open. */
export function ListSearch({ words }: { words: Words }) {
  const t = useTranslations("worklist");
  return (
    <SearchLine
      id="list-search"
      action="/cases"
      label={t("searchLabel")}
      button={t("searchButton")}
      typed={words.zoek ?? ""}
    />
  );
}

/** The filters and orders of a list; the result is an address that can be shared. */
export function ListFilters({ words, choices }: Props) {
  const t = useTranslations("worklist");
  const schemes = useTranslations("schemes");
  const { shown, windowName } = useListWords(choices);
  const option = (value: string, label: string) => ({ value, label });
  const any = t("any");
  return (
    <Details summary={t("filter")}>
      <form key={JSON.stringify(words)} action="/cases" method="get" className="list-filters">
        {words.zoek && <input type="hidden" name="zoek" value={words.zoek} />}
        <PlainSelect
          name="toon"
          label={t("status")}
          value={words.toon}
          options={[...GROUPS, ...SINGLE_STATES].map((toon) => option(toon, shown(toon)))}
        />
        <PlainSelect
          {...{ name: "regeling", label: t("scheme"), value: words.regeling, any }}
          options={SCHEMES.map((value) => option(value, schemes(`${value}.name`)))}
        />
        <PlainSelect
          {...{ name: "tijdvak", label: t("window"), value: words.tijdvak, any }}
          options={choices.windows.map(({ id }) => option(id, windowName(id)))}
        />
        <PlainSelect
          {...{ name: "van", label: t("handler"), value: words.van, any }}
          options={[
            option("mij", t("me")),
            option("niemand", t("nobody")),
            ...choices.handlers.map(({ id, name }) => option(id, name)),
          ]}
        />
        <PlainSelect
          {...{ name: "spoor", label: t("track"), value: words.spoor, any }}
          options={(["vrouwen", "algemeen"] as const).map((value) => option(value, t(`tracks.${value}`)))}
        />
        <PlainSelect
          {...{ name: "letop", label: t("attention"), value: words.letop, any }}
          options={(["ja", "nee"] as const).map((value) => option(value, t(`attentions.${value}`)))}
        />
        <PlainSelect
          {...{ name: "termijn", label: t("term"), value: words.termijn, any }}
          options={TERMS.map((value) => option(value, t(`terms.${value}`)))}
        />
        <PlainSelect
          {...{ name: "op", label: t("sort"), value: words.op }}
          options={SORTS.map((value) => option(value, t(`sorts.${value}`)))}
        />
        <PlainSelect
          {...{ name: "af", label: t("direction"), value: words.af, any: t("up") }}
          options={[option("ja", t("down"))]}
        />
        <div className="list-filters__apply">
          <Button type="submit" variant="secondary">
            {t("apply")}
          </Button>
        </div>
      </form>
    </Details>
  );
}
