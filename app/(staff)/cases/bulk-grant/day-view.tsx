import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { BudgetEffect } from "@/components/cases/budget-effect";
import { StateChange } from "@/components/cases/state-change";
import { Alert } from "@/components/ui/alert";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import { ceilingKey } from "@/lib/budget/ceiling";
import type { BulkGrantView } from "@/lib/decisions/queries/bulk-grant-view";
import type { RankDay } from "@/lib/decisions/queries/clean-cases";
import { problemOf } from "@/lib/i18n/problem-of";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";
import { MOVES } from "@/lib/vocabulary/lifecycle";
import { grantInBulkAction } from "./actions";

type Props = { rankDay: RankDay; view: BulkGrantView };
type ProblemKey = Parameters<ReturnType<typeof useTranslations<"problems">>>[0];

/**
 * One day: the applications to grant, the effect on the budget, the ones left out, and the button or why there is none.
 */
export function DayView({ rankDay, view }: Props) {
  const t = useTranslations("decisions.bulkGrant");
  const words = useTranslations("staff");
  const nameOf = useCeilingName();
  const problems = useTranslations("problems");
  const format = useFormats();
  const problem = view.refusal && problemOf(view.refusal);
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={2}>
          {t("dayTitle", { day: format.day(rankDay.day), ceiling: nameOf(rankDay.ceiling) })}
        </Heading>
        <Paragraph>{t("set", { count: view.count, amount: formatMoney(view.amountCents) })}</Paragraph>
        {problem && (
          <Alert kind="warning" heading={t("notNow")} headingLevel={3}>
            <p>{problems(problem.code as ProblemKey, format.values(problem.values ?? {}) as never)}</p>
          </Alert>
        )}
        {view.chosen.length > 0 && <Cases caption={t("chosen")} cases={view.chosen} hasLetters />}
        {view.count > view.chosen.length && (
          <Paragraph>{t("more", { count: view.count - view.chosen.length })}</Paragraph>
        )}
      </Stack>
      {view.count > 0 && (
        <section className="stack" aria-labelledby="effect">
          <Heading level={2} id="effect">
            {words("case.effect", { year: String(view.effect.year) })}
          </Heading>
          <BudgetEffect effect={view.effect} />
        </section>
      )}
      {!problem && (
        <section className="stack" aria-labelledby="confirm">
          <Heading level={2} id="confirm">
            {t("confirmTitle")}
          </Heading>
          <StateChange from="proposed" to={MOVES.grant.to} />
          <p>{t("confirmText", { count: view.count })}</p>
          <ActionForm
            action={grantInBulkAction}
            values={{
              ceiling: ceilingKey(rankDay.ceiling),
              day: rankDay.day,
              digest: view.digest,
              shownOn: view.today,
            }}
          >
            {t("confirm", { count: view.count })}
          </ActionForm>
        </section>
      )}
      {view.others.length > 0 && (
        <Stack>
          <Heading level={2}>{t("othersTitle")}</Heading>
          <Paragraph>{t("othersText")}</Paragraph>
          <Cases caption={t("others")} cases={view.others} />
        </Stack>
      )}
    </Stack>
  );
}

type CasesProps = { caption: string; cases: BulkGrantView["chosen"]; hasLetters?: boolean };

/** With `hasLetters` each has a preview of its decision. */
function Cases({ caption, cases, hasLetters }: CasesProps) {
  const t = useTranslations("decisions.bulkGrant");
  return (
    <Table
      caption={caption}
      columns={[
        { key: "reference", label: t("reference") },
        { key: "employer", label: t("employer") },
        ...(hasLetters ? [{ key: "letter", label: t("letter") }] : []),
        { key: "amount", label: t("asked"), numeric: true },
      ]}
      rows={cases.map(({ id, reference, employer, requestedCents }) => ({
        id,
        reference: <Link href={`/cases/${id}`}>{reference}</Link>,
        employer,
        letter: hasLetters && (
          <DownloadLink href={`/cases/${id}/decide/letter.pdf`}>
            {t("concept")}
            <span className="visually-hidden"> {reference}</span>
          </DownloadLink>
        ),
        amount: formatMoney(requestedCents ?? cents(0)),
      }))}
    />
  );
}
