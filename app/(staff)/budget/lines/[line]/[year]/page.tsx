import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { readsCases } from "@/lib/actor";
import { ChangeItem } from "../../../change-item";
import { LedgerTable } from "./ledger-table";
import { LineActions } from "./line-actions";
import { LineFigures } from "./line-figures";
import { type LineYearParams, openLineYear } from "./open-line-year";

type Props = { params: LineYearParams; searchParams: Promise<{ before?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, name, { view }] = await Promise.all([
    getTranslations("ceilings.line"),
    getTranslations("budget.names"),
    openLineYear(params, []),
  ]);
  return { title: t("title", { line: name(view.line), year: String(view.year) }) };
}

export default async function LineYearPage({ params, searchParams }: Props) {
  const { actor, view } = await openLineYear(params, [], (await searchParams).before);
  const [t, name] = await Promise.all([getTranslations("ceilings.line"), getTranslations("budget.names")]);
  const holds = actor.roles.includes("budget_holder");
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title", { line: name(view.line), year: String(view.year) })}</Heading>
        <LineFigures view={view} />
        {holds && <LineActions view={view} />}
      </Stack>
      <LedgerTable view={view} opensCases={readsCases(actor.roles)} />
      <Stack>
        <Heading level={2}>{t("history")}</Heading>
        {view.changes.length === 0 && <Paragraph>{t("noHistory")}</Paragraph>}
        {view.changes.map((change) => (
          <ChangeItem key={change.id} change={change} holds={holds} />
        ))}
      </Stack>
    </Stack>
  );
}
