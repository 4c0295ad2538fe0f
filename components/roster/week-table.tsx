import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { formatBlocks, hoursIn, WEEKDAYS, type Week } from "@/lib/roster/week";

/** A week in words: the hours of work and of class per day, and their totals. `of` distinguishes tables. */
export function WeekTable({ week, of }: { week: Week; of: string }) {
  const t = useTranslations("roster");
  const none = <span className="text-quiet">{t("nothing")}</span>;
  const rows = WEEKDAYS.map((day) => ({
    id: day as string,
    day: t(`days.${day}`),
    work: formatBlocks(week[day].work) || none,
    class: formatBlocks(week[day].class) || none,
  }));
  const total = {
    id: "total",
    day: t("total"),
    work: t("hours", { hours: hoursIn(week, "work") }),
    class: t("hours", { hours: hoursIn(week, "class") }),
  };
  return (
    <Table
      caption={t("caption", { of: of || "none" })}
      columns={[
        { key: "day", label: t("day") },
        { key: "work", label: t("workHeading") },
        { key: "class", label: t("classHeading") },
      ]}
      rows={[...rows, total]}
    />
  );
}
