import { useTranslations } from "next-intl";
import { MoneyLeft } from "@/components/schemes/money-left";
import { WindowStatus } from "@/components/schemes/window-status";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Bullets } from "@/components/ui/bullets";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Actions, Aside, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import type { SchemeOverview } from "@/lib/budget/queries/scheme-overview";
import type { Rules } from "@/lib/schemes/rules";
import { AmountTable } from "./amount-table";
import { GROUPS, ruleLines } from "./rule-lines";
import { RuleList } from "./rule-list";

type Props = { rules: Rules; overview: SchemeOverview };

const ALSO = ["plan", "double", "who", "public"] as const;

/** All conditions of one scheme, each with its source and whether it is an assumption. */
export function SchemeConditions({ rules, overview }: Props) {
  const t = useTranslations("home");
  const schemes = useTranslations("schemes");
  const { scheme } = rules;
  const lines = ruleLines(rules);
  const assumed = lines.filter(({ kind }) => kind === "assumption").length;
  return (
    <Stack space="loose">
      <BackLink href="/">{t("scheme.back")}</BackLink>
      <Stack>
        <Heading level={1}>{t("scheme.title", { scheme: schemes(`${scheme}.name`) })}</Heading>
        <Paragraph lead>{schemes(`${scheme}.page.lead`)}</Paragraph>
      </Stack>
      <Aside aside={<ApplyCard overview={overview} />}>
        <Stack space="loose">
          {assumed > 0 && (
            <Alert kind="info" heading={t("scheme.assumptions", { count: assumed, total: lines.length })}>
              <Paragraph>{t("scheme.assumptionsText")}</Paragraph>
            </Alert>
          )}
          <AmountTable amounts={rules.amountsCents} />
          {GROUPS.map((group) => (
            <RuleList key={group} group={group} lines={lines.filter((line) => line.group === group)} />
          ))}
          <Stack>
            <Heading level={2}>{t("scheme.alsoTitle")}</Heading>
            <Bullets items={ALSO.map((item) => schemes(`${scheme}.page.also.${item}`))} />
          </Stack>
        </Stack>
      </Aside>
    </Stack>
  );
}

function ApplyCard({ overview }: Pick<Props, "overview">) {
  const t = useTranslations("home.scheme");
  return (
    <Card labelledBy="now">
      <Heading level={2} looksLike={3} id="now">
        {t("now")}
      </Heading>
      <WindowStatus window={overview.window} now={overview.asOf} />
      <MoneyLeft {...overview} />
      <Actions>
        <ButtonLink href={`/schemes/${overview.scheme}/check`}>{t("check")}</ButtonLink>
        <Link href={`/applications/new?scheme=${overview.scheme}`}>{t("apply")}</Link>
      </Actions>
      <Paragraph small>{t("applyText")}</Paragraph>
    </Card>
  );
}
