import { useTranslations } from "next-intl";
import { AgreedTexts } from "@/components/correspondence/agreed-texts";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import type { CaseCorrespondence as Correspondence } from "@/lib/correspondence/queries/case-correspondence";
import { useFormats } from "@/lib/i18n/use-formats";
import type { CaseView } from "@/lib/screens/queries/read-case";

type Props = { view: CaseView; correspondence: Correspondence };

/** Formal messages with their sending and reading, questions, contact persons and declarations. */
export function CaseCorrespondence({ view, correspondence }: Props) {
  const t = useTranslations("correspondence");
  const format = useFormats();
  const { messages, posts, contacts, agreements } = correspondence;
  return (
    <section className="stack" aria-labelledby="correspondence">
      <Heading level={2} id="correspondence">
        {t("case.heading")}
      </Heading>
      <ul className="stack stack--tight">
        {messages.map(({ id, kind, placedAt, readAt, readBy, mailed }) => (
          <li key={id}>
            <strong>{t(`kind.${kind}`)}</strong>. {t("box.placed", { moment: format.moment(placedAt) })}.{" "}
            {t("box.mailed", { count: mailed })}{" "}
            {readAt
              ? t("case.readBy", { name: readBy ?? "", moment: format.moment(readAt) })
              : t("case.notRead")}
            .
          </li>
        ))}
      </ul>
      <p>
        {t("questions.count", { count: posts.length })}{" "}
        {posts.at(-1)?.side === "employer" && <strong>{t("questions.waiting")} </strong>}
        <Link href={`/cases/${view.id}/questions`}>{t("questions.link")}</Link>
      </p>
      {contacts.map(({ id, at, contacts: named }) => (
        <p key={id}>
          {t("contact.changed", {
            moment: format.moment(at),
            name: String(named.contactName ?? ""),
            email: String(named.contactEmail ?? ""),
            phone: String(named.contactPhone ?? ""),
          })}{" "}
          {named.secondContactEmail &&
            t("contact.second", {
              name: String(named.secondContactName ?? ""),
              role: String(named.secondContactRole ?? ""),
              email: String(named.secondContactEmail),
              phone: String(named.secondContactPhone ?? ""),
            })}
        </p>
      ))}
      {agreements.length > 0 && (
        <Details summary={t("agreed.heading")}>
          <AgreedTexts agreements={agreements} />
        </Details>
      )}
    </section>
  );
}
