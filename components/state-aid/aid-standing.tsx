import { useTranslations } from "next-intl";
import { Bullets } from "@/components/ui/bullets";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Meter } from "@/components/ui/meter";
import type { Standing } from "@/lib/filing/queries/aid-standing";
import { useFormats } from "@/lib/i18n/use-formats";
import { type Cents, formatMoney } from "@/lib/money";

type Props = { standing: Standing; asked: Cents };

/** The de-minimis aid of an undertaking: received in three years, asked now, and left below the ceiling. */
export function AidStanding({ standing: { received, limit, since, known }, asked }: Props) {
  const t = useTranslations("stateAid.standing");
  const format = useFormats();
  const left = Math.max(0, limit - received - asked);
  return (
    <Card labelledBy="standing">
      <Heading level={2} looksLike={4} id="standing">
        {t("title")}
      </Heading>
      <Meter
        max={limit}
        label={t("label", {
          received: formatMoney(received),
          asked: formatMoney(asked),
          limit: formatMoney(limit),
        })}
        format={(value) => formatMoney(value as Cents)}
        segments={[
          { label: t("received", { since: format.day(since) }), value: received, tone: "used" },
          { label: t("asked"), value: asked, tone: "held" },
          { label: t("left", { limit: formatMoney(limit) }), value: left, tone: "free" },
        ]}
      />
      {known.length > 0 && (
        <>
          <p>{t("known")}</p>
          <Bullets
            items={known.map(({ reference, grantedOn, amountCents }) =>
              t("grant", { reference, day: format.day(grantedOn), amount: formatMoney(amountCents) }),
            )}
          />
        </>
      )}
    </Card>
  );
}
