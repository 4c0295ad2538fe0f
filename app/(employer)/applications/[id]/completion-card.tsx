import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import type { Day } from "@/lib/day";
import { useFormats } from "@/lib/i18n/use-formats";

/** The next action of the employer while a request to complete is open. */
export function CompletionCard({ applicationId, dueOn }: { applicationId: string; dueOn: Day }) {
  const t = useTranslations("applications.status.complete");
  const format = useFormats();
  return (
    <Card labelledBy="complete">
      <Heading level={2} id="complete" looksLike={3}>
        {t("title")}
      </Heading>
      <p>{t("text", { dueOn: format.day(dueOn) })}</p>
      <div className="actions">
        <ButtonLink href={`/applications/${applicationId}/completion`}>{t("button")}</ButtonLink>
      </div>
    </Card>
  );
}
