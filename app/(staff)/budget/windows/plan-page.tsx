import { useTranslations } from "next-intl";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { ceilingKey } from "@/lib/budget/ceiling";
import type { RawSection } from "@/lib/form-state";
import { formatMoney } from "@/lib/money";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { rulesVersionsOf } from "@/lib/windows/plan";
import type { divisibleCeilings } from "@/lib/windows/queries/divisible-ceilings";
import { PlanForm } from "./plan-form";

type Props = {
  title: string;
  defaults: RawSection;
  ceilings: Awaited<ReturnType<typeof divisibleCeilings>>;
};

/** The form of a window plan, new or existing. */
export function PlanPage({ title, defaults, ceilings }: Props) {
  const t = useTranslations("windows");
  const nameOf = useCeilingName();
  const options = ceilings.map((ceiling) => ({
    value: ceilingKey(ceiling),
    label: t("form.ceiling", { name: nameOf(ceiling), amount: formatMoney(ceiling.ceilingCents) }),
  }));
  const [first, ...others] = SCHEMES.flatMap(rulesVersionsOf);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/budget/windows">{t("title")}</BackLink>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t("form.lead")}</Paragraph>
        <Paragraph>{t("form.hours")}</Paragraph>
      </Stack>
      {first && (
        <PlanForm
          defaults={defaults}
          ceilings={options}
          rulesVersions={[first, ...others]}
          submit={t("form.submit")}
        />
      )}
    </Stack>
  );
}
