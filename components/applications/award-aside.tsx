import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import type { AwardLine } from "@/lib/schemes/award";
import { AwardLines } from "./award-lines";

/** The award so far, beside the questions. */
export function AwardAside({ lines }: { lines: readonly AwardLine[] }) {
  const t = useTranslations("applications.award");
  return (
    <Card labelledBy="award">
      <Heading level={2} looksLike={4} id="award">
        {t("title")}
      </Heading>
      <AwardLines lines={lines} />
      <p className="text-small text-quiet">{t("computed")}</p>
    </Card>
  );
}
