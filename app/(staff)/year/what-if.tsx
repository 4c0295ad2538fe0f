import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import { ceilingKey } from "@/lib/budget/ceiling";
import type { YearAhead } from "@/lib/forecast/queries/year-ahead";
import { CHANGE_FIELDS, type Question } from "@/lib/forecast/question";
import { type Change, type Outlook, whatIf } from "@/lib/forecast/what-if";
import { formatMoney } from "@/lib/money";
import { ChangeQuestion } from "./change-question";
import { Movers } from "./movers";

type Props = { ahead: YearAhead; question: Question };

/** Other amounts to try: which applications fit. A plain form that changes nothing. */
export function WhatIf({ ahead, question }: Props) {
  const t = useTranslations("year.whatIf");
  return (
    <section className="stack" aria-labelledby="what-if">
      <Heading level={2} id="what-if">
        {t("title")}
      </Heading>
      <Paragraph>{t("lead")}</Paragraph>
      <form action="/year#what-if" method="get" className="form stack">
        <input type="hidden" name="van" value={ceilingKey(ahead.ceiling)} />
        {CHANGE_FIELDS.map((field) => (
          <ChangeQuestion
            key={field}
            field={field}
            typed={question.typed[field]}
            isWrong={question.wrong.includes(field)}
          />
        ))}
        <div className="actions">
          <Button type="submit">{t("submit")}</Button>
          <Link href={`/year?van=${ceilingKey(ahead.ceiling)}`}>{t("reset")}</Link>
        </div>
      </form>
      {question.change && <Answer ahead={ahead} change={question.change} />}
    </section>
  );
}

function Answer({ ahead, change }: { ahead: YearAhead; change: Change }) {
  const t = useTranslations("year.whatIf");
  const { cases, budget, today } = ahead;
  const now = whatIf(cases, budget, {}, today);
  const then = whatIf(cases, budget, change, today);
  const row = (id: string, label: string, of: (outlook: Outlook) => string) => ({
    ...{ id, what: label },
    now: of(now),
    changed: of(then),
  });
  return (
    <Stack>
      <Heading level={3}>{t("answer")}</Heading>
      <Table
        caption={t("caption")}
        columns={[
          { key: "what", label: t("what") },
          { key: "now", label: t("now"), numeric: true },
          { key: "changed", label: t("then"), numeric: true },
        ]}
        rows={[
          row("inside", t("inside"), ({ insideCount }) => `${insideCount}`),
          row("insideMoney", t("insideMoney"), ({ insideCents }) => formatMoney(insideCents)),
          row("outside", t("outside"), ({ outsideCount }) => `${outsideCount}`),
          row("outsideMoney", t("outsideMoney"), ({ outsideCents }) => formatMoney(outsideCents)),
        ]}
      />
      <Movers cases={cases} now={now} then={then} />
      <Paragraph small>{t("untouched")}</Paragraph>
    </Stack>
  );
}
