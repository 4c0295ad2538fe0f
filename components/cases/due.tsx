import { useTranslations } from "next-intl";
import { type Day, daysBetween } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";

const SOON_DAYS = 14;

/** A legal date with the days until it; urgency is in words as well as in weight. */
export function Due({ on, today }: { on: Day; today: Day }) {
  const t = useTranslations("staff.due");
  const format = useFormats();
  const days = daysBetween(today, on);
  const left = days < 0 ? t("late", { days: -days }) : days === 0 ? t("today") : t("left", { days });
  return (
    <>
      {format.day(on)} <span className={days <= SOON_DAYS ? "due due--soon" : "due"}>({left})</span>
    </>
  );
}
