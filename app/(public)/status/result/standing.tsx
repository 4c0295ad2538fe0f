import { useTranslations } from "next-intl";
import { ExampleBadge, StateBadge } from "@/components/applications/state-badge";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { Steps } from "@/components/ui/steps";
import { useFormats } from "@/lib/i18n/use-formats";
import type { PublicStatus } from "@/lib/status/queries/public-status";

/** State and timeline of one application without names or amounts. */
export function Standing({ status }: { status: PublicStatus }) {
  const t = useTranslations("status");
  const words = useTranslations("applications");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  const { reference, scheme, year, state, isExample, milestones } = status;
  return (
    <Stack>
      <Heading level={1}>{t("result.title")}</Heading>
      <div className="application-row__title">
        <p className="reference">{reference}</p>
        <StateBadge state={state} />
        {isExample && <ExampleBadge />}
      </div>
      <p>{words("mine.name", { scheme: schemes(`${scheme}.name`), year })}</p>
      <Paragraph lead>{t(`states.${state}`)}</Paragraph>
      <Heading level={2}>{words("status.course")}</Heading>
      <Steps
        items={milestones.map(({ key, state: step, who, at, by }) => ({
          title: words(`timeline.${key}.title`),
          when: at ? format.moment(at) : by && words("timeline.by", { day: format.day(by) }),
          text: who && step === "current" && t(`who.${who}`),
          state: step,
        }))}
      />
    </Stack>
  );
}
