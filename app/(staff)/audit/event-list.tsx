import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { FoundEvent } from "@/lib/audit/queries/search-events";
import { useFormats } from "@/lib/i18n/use-formats";
import { useEventWords } from "./event-words";
import { type AuditWords, auditHref } from "./words";

/** Events, the newest first: type, moment, actor and subject, each with a link. */
export function EventList({ events, words }: { events: readonly FoundEvent[]; words: AuditWords }) {
  const t = useTranslations("audit");
  const name = useEventWords();
  const format = useFormats();
  if (events.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="event-list" aria-label={t("caption")}>
      {events.map(({ id, at, type, personId, personName, actorKind, reference, applicationId }) => (
        <li key={id}>
          <p>
            <Link href={`/audit/events/${id}`}>{name(type)}</Link>
          </p>
          <p className="text-small">{format.moment(at)}</p>
          <p className="text-small">
            {personId ? (
              <Link href={auditHref({ ...words, na: undefined, persoon: personId })}>
                {personName ?? t("unknownPerson")}
              </Link>
            ) : (
              t(`actor.${actorKind === "system" ? "system" : "other"}`)
            )}
          </p>
          <p className="text-small">
            {reference && (
              <Link href={auditHref({ ...words, na: undefined, referentie: reference })}>{reference}</Link>
            )}
            {!reference && applicationId && t("draft")}
          </p>
        </li>
      ))}
    </ul>
  );
}
