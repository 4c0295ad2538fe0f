import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import { ceilingKey } from "@/lib/budget/ceiling";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { DrawsOverview } from "@/lib/order/queries/draws-overview";
import { freezeAction, revealAction } from "./actions";
import "./draws.css";

type Props = { overview: DrawsOverview; holds: boolean };

/** Of one ceiling: whether a day must be drawn and why, and the draws so far. */
export function CeilingDraws({ overview, holds }: Props) {
  const t = useTranslations("draws");
  const format = useFormats();
  const nameOf = useCeilingName();
  const { ceiling, crossing, draws } = overview;
  const key = ceilingKey(ceiling);
  return (
    <Card labelledBy={key}>
      <Heading level={2} id={key}>
        {nameOf(ceiling)}
      </Heading>
      {crossing ? <Crossing {...{ ceiling, crossing, holds }} /> : <Paragraph>{t("nothing")}</Paragraph>}
      <Heading level={3}>{t("held")}</Heading>
      {draws.length === 0 && <Paragraph>{t("none")}</Paragraph>}
      <ul className="draw-list stack">
        {draws.map((draw) => (
          <li key={draw.id} className="stack stack--tight">
            <p>
              <Link href={`/draws/${draw.id}`}>{t("record", { day: format.day(draw.day) })}</Link>{" "}
              <StatusBadge tone={draw.isRevealed ? "ok" : "info"}>
                {t(draw.isRevealed ? "state.revealed" : "state.frozen")}
              </StatusBadge>
            </p>
            {holds && !draw.isRevealed && draw.isOwn && <Paragraph>{t("own")}</Paragraph>}
            {holds && !draw.isRevealed && !draw.isOwn && (
              <ActionForm action={revealAction} values={{ drawId: draw.id }}>
                {t("reveal", { day: format.day(draw.day) })}
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Crossing = NonNullable<DrawsOverview["crossing"]>;

function Crossing({
  ceiling,
  crossing,
  holds,
}: Pick<DrawsOverview, "ceiling"> & { crossing: Crossing; holds: boolean }) {
  const t = useTranslations("draws");
  const format = useFormats();
  const day = format.day(crossing.day);
  return (
    <Stack>
      <Paragraph>
        {t("crossing", {
          day,
          distribution: crossing.distribution,
          count: crossing.count,
          asked: formatMoney(crossing.askedCents),
          free: formatMoney(crossing.freeCents),
        })}
        {crossing.aheadCents > 0 && ` ${t("before", { ahead: formatMoney(crossing.aheadCents) })}`}
      </Paragraph>
      {crossing.isDrawn && <Paragraph>{t("drawn")}</Paragraph>}
      {!crossing.isDrawn && !crossing.isOver && <Paragraph>{t("notOver")}</Paragraph>}
      {holds && !crossing.isDrawn && crossing.isOver && (
        <>
          <Paragraph>{t("freezeText")}</Paragraph>
          <ActionForm action={freezeAction} values={{ ceiling: ceilingKey(ceiling), day: crossing.day }}>
            {t("freeze", { day })}
          </ActionForm>
        </>
      )}
    </Stack>
  );
}
