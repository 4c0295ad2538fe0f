import { useTranslations } from "next-intl";
import { Meter } from "@/components/ui/meter";
import type { Figures } from "@/lib/budget/figures";
import { cents, formatMoney } from "@/lib/money";

const money = (value: number) => formatMoney(cents(value));

/** One ceiling as a bar: granted on it, kept for women and free for everyone. What is past the ceiling is said below. */
export function FiguresMeter({ figures }: { figures: Figures }) {
  const t = useTranslations("budget");
  const { ceilingCents, grantedCents, beyondCents, keptCents, freeCents } = figures;
  const words = {
    ceiling: money(ceilingCents),
    committed: money(grantedCents),
    kept: money(keptCents),
    free: money(freeCents),
    some: keptCents > 0 ? "yes" : "no",
  };
  return (
    <>
      <Meter
        max={Math.max(ceilingCents, grantedCents)}
        format={money}
        label={t("thisYear.bar", words)}
        segments={[
          { label: t("committed"), value: grantedCents, tone: "used" },
          ...(keptCents > 0 ? [{ label: t("reserved"), value: keptCents, tone: "held" as const }] : []),
          { label: t("free"), value: freeCents, tone: "free" },
        ]}
      />
      {beyondCents > 0 && <p>{t("bar.beyond", { beyond: money(beyondCents) })}</p>}
    </>
  );
}
