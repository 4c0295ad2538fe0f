import { useTranslations } from "next-intl";
import { AgreedTexts } from "@/components/correspondence/agreed-texts";
import { DataList } from "@/components/ui/data-list";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { CONTACT_FIELDS } from "@/lib/correspondence/contacts";
import { useFormats } from "@/lib/i18n/use-formats";
import type { StatusView } from "@/lib/screens/queries/read-status";

/** Beside a filed application: its place in the order, contact persons, questions, and declarations. */
export function BesideStatus({ status }: { status: StatusView }) {
  const t = useTranslations("correspondence");
  const form = useTranslations("form");
  const format = useFormats();
  const { id, rankDay, distribution, draw, contacts, agreements } = status;
  return (
    <Stack space="loose">
      <Stack space="tight">
        <Heading level={2}>{t("rank.heading")}</Heading>
        <p>{t("rank.day", { day: format.day(rankDay), distribution })}</p>
        {draw && (
          <p>
            {t("rank.lot", { lot: draw.lot })} <Link href={`/draws/${draw.drawId}`}>{t("rank.record")}</Link>
          </p>
        )}
      </Stack>
      <Stack space="tight">
        <Heading level={2}>{t("contact.heading")}</Heading>
        <DataList
          items={Object.keys(CONTACT_FIELDS).flatMap((name) => {
            const value = contacts[name];
            const term = form(`${name as keyof typeof CONTACT_FIELDS}.label`);
            return value ? [{ term, value }] : [];
          })}
        />
        <p className="actions">
          <Link href={`/applications/${id}/contact`}>{t("contact.link")}</Link>
          <Link href={`/applications/${id}/questions`}>{t("questions.link")}</Link>
        </p>
      </Stack>
      {agreements.length > 0 && (
        <Details summary={t("agreed.heading")}>
          <AgreedTexts agreements={agreements} />
        </Details>
      )}
    </Stack>
  );
}
