import { useTranslations } from "next-intl";
import { Steps } from "@/components/ui/steps";
import type { Milestone } from "@/lib/applications/timeline";
import { formatDay, formatMoment } from "@/lib/i18n/format";

/** What happened, what happens next, by which legal date and who acts. */
export function Timeline({ milestones }: { milestones: readonly Milestone[] }) {
  const t = useTranslations("applications.timeline");
  return (
    <Steps
      items={milestones.map(({ key, state, who, at, by }) => ({
        title: t(`${key}.title`),
        when: at ? formatMoment(at) : by && t("by", { day: formatDay(by) }),
        text: (
          <>
            <p>{t(`${key}.text`)}</p>
            {who && state === "current" && <p>{t(`who.${who}`)}</p>}
          </>
        ),
        state,
      }))}
    />
  );
}
