import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { FoundPerson } from "@/lib/audit/queries/find-people";
import { useEventWords } from "./event-words";
import { type AuditWords, auditHref } from "./words";

type Props = { words: AuditWords; types: readonly string[]; person: FoundPerson | undefined };

/** A plain form that puts its fields in the address. */
export function SearchForm({ words, types, person }: Props) {
  const t = useTranslations("audit");
  const name = useEventWords();
  const known = [...types].sort((a, b) => name(a).localeCompare(name(b), "nl"));
  return (
    <search>
      <form method="get" action="/audit" className="event-search">
        <Text name="referentie" value={words.referentie} help={t("referenceHelp")} />
        {person ? (
          <p className="event-search__person">
            <input type="hidden" name="persoon" value={person.id} />
            {t.rich("onlyOf", { name: person.name, strong: (text) => <strong>{text}</strong> })}{" "}
            <Link href={auditHref({ ...words, na: undefined, persoon: undefined })}>{t("everybody")}</Link>
          </p>
        ) : (
          <Text name="naam" value={words.naam} help={t("nameHelp")} />
        )}
        <div className="utrecht-form-field">
          <label className="utrecht-form-label" htmlFor="soort">
            {t("fields.soort")}
          </label>
          <select
            id="soort"
            name="soort"
            defaultValue={words.soort ?? ""}
            className="utrecht-textbox utrecht-textbox--html-input"
          >
            <option value="">{t("allTypes")}</option>
            {known.map((type) => (
              <option key={type} value={type}>
                {name(type)}
              </option>
            ))}
          </select>
        </div>
        <Text name="van" value={words.van} type="date" />
        <Text name="tot" value={words.tot} type="date" />
        <div className="actions">
          <Button type="submit">{t("search")}</Button>
          <Link href="/audit">{t("clear")}</Link>
        </div>
      </form>
    </search>
  );
}

type TextProps = {
  name: "referentie" | "naam" | "van" | "tot";
  value: string | undefined;
  type?: "text" | "date";
  help?: string;
};

function Text({ name, value = "", type = "text", help }: TextProps) {
  const t = useTranslations("audit.fields");
  return (
    <div className="utrecht-form-field">
      <label className="utrecht-form-label" htmlFor={name}>
        {t(name)}
      </label>
      {help && (
        <p className="utrecht-form-field-description" id={`${name}-help`}>
          {help}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete="off"
        aria-describedby={help && `${name}-help`}
        className="utrecht-textbox utrecht-textbox--html-input"
      />
    </div>
  );
}
