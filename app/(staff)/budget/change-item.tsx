import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { Card } from "@/components/ui/card";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Actions } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import type { CeilingChange } from "@/lib/budget/queries/ceiling-history";
import type { Formats } from "@/lib/i18n/format";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";
import { confirmChangeAction, rejectChangeAction } from "./actions";

const TONES = { open: "info", confirmed: "ok", rejected: "neutral" } as const;

type Props = { change: CeilingChange; holds: boolean };

/** One change of a ceiling: kind, reason, publication, people, and the next action. */
export function ChangeItem({ change, holds }: Props) {
  const t = useTranslations("ceilings");
  const name = useTranslations("budget.names");
  const format = useFormats();
  const nameOf = useCeilingName();
  const words = {
    line: name(change.line),
    year: String(change.year),
    from: formatMoney(change.fromCents ?? cents(0)),
    to: formatMoney(change.toCents),
    day: change.releasesOn ? format.day(change.releasesOn) : "",
    figure: change.figure ?? "",
    moved: formatMoney(cents(Math.abs(change.toCents - (change.fromCents ?? 0)))),
    other:
      change.targetLine && change.targetYear
        ? nameOf({ line: change.targetLine, year: change.targetYear })
        : "",
  };
  const headingId = `change-${change.id}`;
  return (
    <Card labelledBy={headingId}>
      <Heading level={3} id={headingId}>
        {t(`what.${change.kind}`, words)}
      </Heading>
      <p>
        <StatusBadge tone={TONES[change.state]}>{t(`state.${change.state}`)}</StatusBadge>{" "}
        <Link href={`/budget/lines/${change.line}/${change.year}`}>{t("line.title", words)}</Link>
      </p>
      <DataList
        items={[
          { term: t("reason"), value: <span className="pre-line">{change.reason}</span> },
          {
            term: t("publication"),
            value: t("publishedOn", { publication: change.publication, day: format.day(change.publishedOn) }),
          },
        ]}
      />
      <Paragraph small>{whoDidWhat(change, t, format).join(" · ")}</Paragraph>
      {change.kind !== "transfer" && change.fromCents !== null && change.toCents < change.fromCents && (
        <Paragraph>{t("lowerNote")}</Paragraph>
      )}
      {holds && change.state === "open" && <Due change={change} />}
    </Card>
  );
}

function Due({ change: { id, isOwn } }: { change: CeilingChange }) {
  const t = useTranslations("ceilings");
  if (isOwn)
    return (
      <>
        <Paragraph>{t("own")}</Paragraph>
        <ActionForm action={rejectChangeAction} values={{ changeId: id }} variant="secondary">
          {t("withdraw")}
        </ActionForm>
      </>
    );
  return (
    <Actions>
      <ActionForm action={confirmChangeAction} values={{ changeId: id }}>
        {t("confirm")}
      </ActionForm>
      <ActionForm action={rejectChangeAction} values={{ changeId: id }} variant="secondary">
        {t("reject")}
      </ActionForm>
    </Actions>
  );
}

function whoDidWhat(
  change: CeilingChange,
  t: ReturnType<typeof useTranslations<"ceilings">>,
  format: Formats,
): string[] {
  const { confirmedByName, confirmedAt, rejectedByName, rejectedAt } = change;
  const of = (name: string, at: Date) => ({ name, moment: format.moment(at) });
  return [
    t("proposed", of(change.proposedByName, change.proposedAt)),
    ...(confirmedByName && confirmedAt ? [t("confirmed", of(confirmedByName, confirmedAt))] : []),
    ...(rejectedByName && rejectedAt ? [t("rejected", of(rejectedByName, rejectedAt))] : []),
  ];
}
