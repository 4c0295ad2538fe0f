import { useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import type { EventDetail } from "@/lib/audit/queries/read-event";
import { useFormats } from "@/lib/i18n/use-formats";
import { auditHref } from "../../words";

/** Moment, actor and subject, and the hashes that link it to the event before. */
export function EventFacts({ detail }: { detail: EventDetail }) {
  const t = useTranslations("audit");
  const format = useFormats();
  const { event, personId, personName, organisationName, reference } = detail;

  const hash = (bytes: Buffer) => <span className="hash">{bytes.toString("hex")}</span>;
  return (
    <DataList
      items={[
        { term: t("facts.at"), value: format.moment(event.at) },
        {
          term: t("facts.by"),
          value: personId ? (
            <Link href={auditHref({ persoon: personId })}>{personName ?? t("unknownPerson")}</Link>
          ) : (
            t(`actor.${event.actorKind === "system" ? "system" : "other"}`)
          ),
        },
        ...(organisationName ? [{ term: t("facts.organisation"), value: organisationName }] : []),
        ...(reference
          ? [
              {
                term: t("facts.application"),
                value: (
                  <>
                    <Link href={auditHref({ referentie: reference })}>{reference}</Link> ·{" "}
                    <Link href={`/cases/${event.applicationId}`}>{t("toCase")}</Link>
                  </>
                ),
              },
            ]
          : []),
        ...(event.applicationVersion ? [{ term: t("facts.version"), value: event.applicationVersion }] : []),
        { term: t("facts.type"), value: <Link href={auditHref({ soort: event.type })}>{event.type}</Link> },
        { term: t("facts.stream"), value: <span className="hash">{event.stream}</span> },
        { term: t("facts.number"), value: event.number },
        { term: t("facts.previousHash"), value: hash(event.previousHash) },
        { term: t("facts.hash"), value: hash(event.hash) },
      ]}
    />
  );
}
