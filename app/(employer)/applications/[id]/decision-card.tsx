import { useTranslations } from "next-intl";
import { AwardLines } from "@/components/applications/award-lines";
import { Bullets } from "@/components/ui/bullets";
import { Card } from "@/components/ui/card";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { StatusView } from "@/lib/screens/queries/read-status";
import { STATED_GROUND_CODES, STATED_GROUNDS } from "@/lib/vocabulary/grounds";

type Props = { applicationId: string; decision: NonNullable<StatusView["decision"]> };

/** The decision with its reasons and lines, and how to object (Awb 3:45 to 3:47). */
export function DecisionCard({ applicationId, decision }: Props) {
  const t = useTranslations("applications.decision");
  const format = useFormats();
  const { outcome, lines, amountCents, grounds, explanation, decidedOn, objectUntil, replaces } = decision;
  const amount = formatMoney(amountCents);
  const remedy = replaces?.change === "grant_on_objection" ? "appeal" : "text";
  return (
    <Card labelledBy="decision">
      <Heading level={2} id="decision">
        {replaces ? t(`revised.${replaces.change}`, { amount }) : t(`title.${outcome}`, { amount })}
      </Heading>
      <p>
        {t("decidedOn", { day: format.day(decidedOn) })}
        {replaces && ` ${t("replaces", { day: format.day(replaces.decidedOn) })}`}
      </p>
      {lines.length > 0 && <AwardLines lines={lines} />}
      {grounds.length > 0 && (
        <>
          <p>{t("because")}</p>
          <Bullets
            items={STATED_GROUND_CODES.filter((code) => grounds.includes(code)).map((code) =>
              t("ground", { words: t(`grounds.${code}`), article: STATED_GROUNDS[code] }),
            )}
          />
        </>
      )}
      {explanation && (
        <p className="pre-line" lang="nl">
          {explanation}
        </p>
      )}
      <Heading level={3}>{t("objection.title")}</Heading>
      <p>{t(`objection.${remedy}`, { day: format.day(objectUntil) })}</p>
      <p>
        <DownloadLink href={`/applications/${applicationId}/decision.pdf`}>{t("download")}</DownloadLink>
      </p>
    </Card>
  );
}
