import { useTranslations } from "next-intl";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { isGrantable, purposeOf } from "@/lib/budget/figures";
import type { LineYearView } from "@/lib/budget/queries/line-year";
import { yearOf } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";
import { type Cents, cents, formatMoney } from "@/lib/money";

/** The figures of one line in one year, and the lines below it. */
export function LineFigures({ view }: { view: LineYearView }) {
  const t = useTranslations("ceilings.line");
  const words = useTranslations("budget");
  const name = useTranslations("budget.names");
  const format = useFormats();
  const { figures, amounts, more, below, year, today } = view;
  if (!figures || !amounts || !more) return <Paragraph>{t("none")}</Paragraph>;
  const { ceilingCents, grantedCents, beyondCents, keptCents, freeCents } = amounts;
  const { releasesOn } = figures;
  const purpose = purposeOf(view);
  const unused = formatMoney(cents(freeCents + keptCents));
  const money = (term: string, amount: Cents): DataListItem => ({ term, value: formatMoney(amount) });
  const own = below.reduce((rest, child) => rest - child.grantedCents, grantedCents as number);
  const items: DataListItem[] = [
    money(t("ceiling"), ceilingCents),
    ...(more.owedCents !== null && more.owedCents > ceilingCents
      ? [{ term: t("owed"), value: t("owedText", { amount: formatMoney(more.owedCents) }) }]
      : []),
    money(t("committed"), grantedCents),
    ...(beyondCents > 0 ? [money(t("objection"), beyondCents)] : []),
    ...(keptCents > 0 ? [money(t("reserved"), keptCents)] : []),
    isGrantable(purpose, year, yearOf(today))
      ? money(t("free"), freeCents)
      : { term: t("free"), value: words(`left.${purpose}`, { unused }) },
    ...(releasesOn ? [{ term: t("releases"), value: format.day(releasesOn) }] : []),
    { term: t("source"), value: more.source },
  ];
  return (
    <>
      <DataList items={items} />
      {below.length > 0 && (
        <section className="stack stack--tight" aria-labelledby="below">
          <Heading level={2} id="below">
            {t("below")}
          </Heading>
          <ul>
            {below.map((child) => (
              <li key={child.line}>
                <Link href={`/budget/lines/${child.line}/${year}`}>
                  {t("belowRow", { line: name(child.line), amount: formatMoney(child.grantedCents) })}
                </Link>
              </li>
            ))}
            {own > 0 && <li>{t("belowRow", { line: t("own"), amount: formatMoney(cents(own)) })}</li>}
          </ul>
        </section>
      )}
    </>
  );
}
