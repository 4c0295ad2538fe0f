import { useTranslations } from "next-intl";
import { MoneyLeft } from "@/components/schemes/money-left";
import { WindowStatus } from "@/components/schemes/window-status";
import { Bullets } from "@/components/ui/bullets";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Actions } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import type { SchemeOverview } from "@/lib/budget/queries/scheme-overview";
import { definitionOf } from "@/lib/schemes/registry";
import { currentRules } from "@/lib/schemes/rules";
import { schemeFacts } from "./scheme-facts";

const CONDITIONS = ["one", "two", "three", "four", "five"] as const;

/** A summary of one scheme: for whom, amount, conditions, last day, and the money left. */
export function SchemeCard({ overview }: { overview: SchemeOverview }) {
  const { scheme, window } = overview;
  const t = useTranslations("home");
  const schemes = useTranslations("schemes");
  const rules = currentRules(scheme);
  const facts = schemeFacts(rules);
  const headingId = `scheme-${scheme}`;
  const name = schemes(`${scheme}.name`);
  return (
    <Card labelledBy={headingId}>
      <div className="scheme-card__name">
        <Heading level={3} looksLike={2} id={headingId}>
          {name}
        </Heading>
        <Paragraph>{schemes(`${scheme}.card.for`)}</Paragraph>
      </div>
      <div className="scheme-card__amount">
        <p className="figure">{schemes(`${scheme}.card.amount`, facts)}</p>
        <Paragraph>
          {schemes(`${scheme}.card.amountText`, facts)}{" "}
          {rules.amountsCents.kind === "assumption" && t("card.assumedAmount")}
        </Paragraph>
      </div>
      <WindowStatus window={window} now={overview.asOf} />
      <MoneyLeft {...overview} />
      <Heading level={4}>{t("card.conditions")}</Heading>
      <Bullets checks items={CONDITIONS.map((line) => schemes(`${scheme}.card.conditions.${line}`, facts))} />
      {!definitionOf(scheme).hasRegulation && (
        <Paragraph small>{t("card.assumed", { scheme: schemes(`${scheme}.the`) })}</Paragraph>
      )}
      <div className="scheme-card__end">
        <Actions>
          <ButtonLink href={`/schemes/${scheme}/check`} aria-label={t("card.eligibleFor", { scheme: name })}>
            {t("card.eligible")}
          </ButtonLink>
          <Link href={`/schemes/${scheme}`} aria-label={t("card.conditionsOf", { scheme: name })}>
            {t("card.conditionsLink")}
          </Link>
        </Actions>
      </div>
    </Card>
  );
}
