import { useTranslations } from "next-intl";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import type { LineYearView } from "@/lib/budget/queries/line-year";
import { useFormats } from "@/lib/i18n/use-formats";
import { type Cents, cents, formatMoney } from "@/lib/money";

/** The figures of one line in one year, and the lines below it. */
export function LineFigures({ view }: { view: LineYearView }) {
  const t = useTranslations("ceilings.line");
  const name = useTranslations("budget.names");
  const format = useFormats();
  const { figures, more, below, year } = view;
  if (!figures || !more) return <Paragraph>{t("none")}</Paragraph>;
  const { ceilingCents, committedCents, reservedCents, releasesOn } = figures;
  const free = cents(Math.max(0, ceilingCents - committedCents - reservedCents));
  const money = (term: string, amount: Cents): DataListItem => ({ term, value: formatMoney(amount) });
  const own = below.reduce((rest, child) => rest - child.committedCents, committedCents as number);
  const items: DataListItem[] = [
    money(t("ceiling"), ceilingCents),
    ...(more.owedCents !== null && more.owedCents > ceilingCents
      ? [{ term: t("owed"), value: t("owedText", { amount: formatMoney(more.owedCents) }) }]
      : []),
    money(t("committed"), committedCents),
    ...(reservedCents > 0 ? [money(t("reserved"), reservedCents)] : []),
    money(t("free"), free),
    ...(more.objectionCents > 0 ? [money(t("objection"), more.objectionCents)] : []),
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
                  {t("belowRow", { line: name(child.line), amount: formatMoney(child.committedCents) })}
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
