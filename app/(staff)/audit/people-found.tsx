import { useTranslations } from "next-intl";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import type { FoundPerson } from "@/lib/audit/queries/find-people";
import { type AuditWords, auditHref } from "./words";

type Props = { words: AuditWords; people: readonly FoundPerson[] };

/** Shown when a name matches several people, or nobody. */
export function PeopleFound({ words, people }: Props) {
  const t = useTranslations("audit");
  if (people.length === 0) return <p>{t("nobody", { name: words.naam ?? "" })}</p>;
  return (
    <Stack>
      <Heading level={2}>{t("whoDoYouMean")}</Heading>
      <Bullets
        items={people.map(({ id, name, kind }) => (
          <span key={id}>
            <Link href={auditHref({ ...words, naam: undefined, persoon: id })}>{name}</Link> (
            {t(`kind.${kind}`)}, <code>{id.slice(-6)}</code>)
          </span>
        ))}
      />
    </Stack>
  );
}
