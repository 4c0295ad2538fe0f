import { useTranslations } from "next-intl";
import { type Day, daysBetween } from "@/lib/dates";
import { formatDay } from "@/lib/i18n/format";

const SOON_DAYS = 14;

/** A legal date with the days until it, in words as well as in weight. */
export function Due({ on, today }: { on: Day; today: Day }) {
  const t = useTranslations("staff.due");
  const days = daysBetween(today, on);
  const left = days < 0 ? t("late", { days: -days }) : days === 0 ? t("today") : t("left", { days });
  return (
    <>
      {formatDay(on)} <span className={days <= SOON_DAYS ? "due due--soon" : "due"}>({left})</span>
    </>
  );
}
