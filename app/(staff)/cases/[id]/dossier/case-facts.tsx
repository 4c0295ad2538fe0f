import { useTranslations } from "next-intl";
import { Due } from "@/components/cases/due";
import { DataList } from "@/components/ui/data-list";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";
import { rulesFor } from "@/lib/schemes/rules";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { isUndecided } from "@/lib/vocabulary/lifecycle";

/** Employer, request, day of filing, and last day to decide. */
export function CaseFacts({ view }: { view: CaseView }) {
  const t = useTranslations("staff");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  const draws = useTranslations("draws");
  const due = { term: t("case.due"), value: <Due on={view.dueOn} today={view.today} /> };
  const awarded = (amount: NonNullable<CaseView["awardedCents"]>) => ({
    term: t("case.awarded"),
    value: formatMoney(amount),
  });
  return (
    <DataList
      items={[
        { term: t("list.employer"), value: view.organisation.legalName },
        { term: t("case.kvk"), value: view.organisation.kvkNumber },
        { term: t("list.scheme"), value: schemes(`${view.scheme}.name`) },
        { term: t("case.filed"), value: format.moment(view.submittedAt) },
        { term: t("case.rankDay"), value: format.day(view.rankDay) },
        { term: t("case.distribution"), value: t(`distribution.${view.distribution}`) },
        ...(view.lot === null ? [] : [{ term: draws("lot"), value: view.lot }]),
        ...(isUndecided(view.state) ? [due] : []),
        { term: t("case.requested"), value: formatMoney(view.requestedCents ?? cents(0)) },
        ...(view.awardedCents === null ? [] : [awarded(view.awardedCents)]),
        { term: t("case.assignee"), value: view.assignee ?? t("case.nobody") },
        { term: t("case.rules"), value: rulesFor(view.rulesVersion).title },
      ]}
    />
  );
}
