import { useTranslations } from "next-intl";
import { Heading } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { useFormats } from "@/lib/i18n/use-formats";
import type { PersonOfCase } from "@/lib/person-checks/queries/persons-of-case";

type Props = { person: PersonOfCase };

/** Until when the number is kept, or that it is gone. */
export function NumberStanding({ person: { destroyOn, destroyedAt } }: Props) {
  const t = useTranslations("persons");
  const format = useFormats();
  if (destroyedAt) return <p>{t("destroyed", { moment: format.moment(destroyedAt) })}</p>;
  return <p>{destroyOn ? t("keptUntil", { day: format.day(destroyOn) }) : t("absent")}</p>;
}

/** What the authorities said, the oldest first; the last of each kind counts. */
export function Checks({ person }: Props) {
  const t = useTranslations("persons");
  const format = useFormats();
  if (person.checks.length === 0) return <p>{t("noChecks")}</p>;
  return (
    <Table
      caption={t("checks")}
      stacks
      columns={[
        { key: "kind", label: t("kind") },
        { key: "result", label: t("result") },
        { key: "by", label: t("by") },
      ]}
      rows={person.checks.map(({ id, kind, result, way, explanation, by, at }) => ({
        id,
        kind: t(`kinds.${kind}`),
        result: explanation ? `${t(`results.${result}`)}: ${explanation}` : t(`results.${result}`),
        by: t(`ways.${way}`, { name: by, moment: format.moment(at) }),
      }))}
    />
  );
}

/** Each time that the number was opened, and why. */
export function Openings({ person }: Props) {
  const t = useTranslations("persons");
  const format = useFormats();
  return (
    <section className="stack" aria-labelledby="openings">
      <Heading level={2} id="openings">
        {t("openings")}
      </Heading>
      {person.openings.length === 0 && <p>{t("noOpenings")}</p>}
      <ul className="stack stack--tight">
        {person.openings.map(({ id, use, reason, by, at }) => (
          <li key={id}>
            {t(`uses.${use}`, { name: by, moment: format.moment(at) })} {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
