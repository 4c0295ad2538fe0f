import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { cents, formatMoney } from "@/lib/money";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { openCase } from "../open-case";

export type RevisionPageProps = { params: Promise<{ id: string }> };
/** Why another decision comes: the employer was heard on less, asked for less, or objected. */
type Why = "lower" | "request" | "objection";

export async function revisionMetadata({ params }: RevisionPageProps, why: Why): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("revision"), openCase(params, "reviewer")]);
  return { title: t(`${why}Title`, { reference: view.reference }) };
}

type Props = { view: CaseView; revision: Why; children: ReactNode };

/** Where a reviewer proposes a decision in the place of an earlier one. */
export async function RevisionPage({ view, revision, children }: Props) {
  const { id, reference, decision } = view;
  const t = await getTranslations("revision");
  const words = {
    amount: formatMoney(decision?.amountCents ?? cents(0)),
    requested: formatMoney(view.requestedCents ?? cents(0)),
  };
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t(`${revision}Title`, { reference })}</Heading>
        <Paragraph lead>{t(`${revision}Lead`, words)}</Paragraph>
      </Stack>
      {children}
    </Stack>
  );
}
