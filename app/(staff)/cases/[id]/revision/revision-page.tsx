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
/** The reason of a revision: a hearing, a request of the employer, or an objection. */
type Why = "lower" | "request" | "objection";

export async function revisionMetadata({ params }: RevisionPageProps, why: Why): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("revision"), openCase(params, "reviewer")]);
  return { title: t(`${why}Title`, { reference: view.reference }) };
}

type Props = { view: CaseView; revision: Why; children: ReactNode };

/** The page to propose a revision. */
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
