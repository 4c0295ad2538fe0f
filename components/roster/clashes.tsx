import { useTranslations } from "next-intl";
import { clashesOn, clashingDays, formatBlocks, type Week } from "@/lib/roster/week";

/** A sentence for each day on which work overlaps class; nothing when there is none. */
export function Clashes({ week }: { week: Week }) {
  const t = useTranslations("roster");
  return clashingDays(week).map((day) => (
    <p key={day} className="week-clash">
      {t("clash", { day: t(`days.${day}`), times: formatBlocks(clashesOn(week, day)) })}
    </p>
  ));
}
