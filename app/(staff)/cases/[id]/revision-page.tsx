import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { mayPropose, type Revision } from "@/lib/decisions/revision";
import { cents, formatMoney } from "@/lib/money";
import { openCase } from "./open-case";
import { RevisionForm } from "./revision-form";

export type RevisionPageProps = { params: Promise<{ id: string }> };

const WORDS = { lower: "lower", grant_on_objection: "objection" } as const;

export async function revisionMetadata({ params }: RevisionPageProps, revision: Revision): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("revision"), openCase(params, "reviewer")]);
  return { title: t(`${WORDS[revision]}Title`, { reference: view.reference }) };
}

/** Where a reviewer proposes a decision in the place of an earlier one. */
export async function RevisionPage({ params, revision }: RevisionPageProps & { revision: Revision }) {
  const { view } = await openCase(params, "reviewer");
  const { id, reference, decision } = view;
  if (view.isOwnEmployer || !decision || !mayPropose(revision, view.state)) return redirect(`/cases/${id}`);
  const t = await getTranslations("revision");
  const numbers = [...new Set(decision.lines.map(({ trajectory }) => String(trajectory)))];
  const words = {
    amount: formatMoney(decision.amountCents),
    requested: formatMoney(view.requestedCents ?? cents(0)),
  };
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t(`${WORDS[revision]}Title`, { reference })}</Heading>
        <Paragraph lead>{t(`${WORDS[revision]}Lead`, words)}</Paragraph>
      </Stack>
      <RevisionForm applicationId={id} revision={revision} numbers={numbers} submit={t("submit")} />
    </Stack>
  );
}
