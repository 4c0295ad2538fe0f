import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import type { Day } from "@/lib/day";
import type { IntentionKind } from "@/lib/decisions/hearing";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { applicationId: string; intention: { kind: IntentionKind; untilOn: Day } };

/** An open intention to refuse or to lower a grant, its last day, and the way to respond. */
export function RespondCard({ applicationId, intention: { kind, untilOn } }: Props) {
  const t = useTranslations("decisions.respond");
  const format = useFormats();
  return (
    <Card labelledBy="respond">
      <Heading level={2} id="respond">
        {t("card")}
      </Heading>
      <p>{t(kind === "lowering" ? "cardLowering" : "cardText", { day: format.day(untilOn) })}</p>
      <ButtonLink href={`/applications/${applicationId}/respond`}>{t("link")}</ButtonLink>
    </Card>
  );
}
