import { useTranslations } from "next-intl";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import type { RawSection } from "@/lib/form-state";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { rulesVersionsOf } from "@/lib/windows/plan";
import { PlanForm } from "./plan-form";

/** Writing a window down, for the first time or anew. */
export function PlanPage({ title, defaults }: { title: string; defaults: RawSection }) {
  const t = useTranslations("windows");
  const [first, ...others] = SCHEMES.flatMap(rulesVersionsOf);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/budget/windows">{t("title")}</BackLink>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t("form.lead")}</Paragraph>
        <Paragraph>{t("form.hours")}</Paragraph>
      </Stack>
      {first && <PlanForm defaults={defaults} rulesVersions={[first, ...others]} submit={t("form.submit")} />}
    </Stack>
  );
}
