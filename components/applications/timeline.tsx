import { useTranslations } from "next-intl";
import { Steps } from "@/components/ui/steps";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Milestone } from "@/lib/timeline/timeline";

/** Past events, the next step, its legal date and who acts. */
export function Timeline({ milestones }: { milestones: readonly Milestone[] }) {
  const t = useTranslations("applications.timeline");
  const format = useFormats();
  return (
    <Steps
      items={milestones.map(({ key, state, who, at, by, suspendedDays }) => ({
        title: t(`${key}.title`),
        when: at ? format.moment(at) : by && t("by", { day: format.day(by) }),
        text: (
          <>
            <p>{t(`${key}.text`)}</p>
            {at && by && <p>{t("by", { day: format.day(by) })}</p>}
            {suspendedDays && <p>{t("suspended", { days: suspendedDays })}</p>}
            {who && state === "current" && <p>{t(`who.${who}`)}</p>}
          </>
        ),
        state,
      }))}
    />
  );
}
