import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/applications/action-form";
import { LetterView } from "@/components/letters/letter-view";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { completionLetter } from "@/lib/completion/letter";
import { readConcept } from "@/lib/completion/queries/case-completion";
import { dayOf } from "@/lib/dates";
import { requestCompletionAction } from "../actions";
import { openToAsk } from "../open-to-ask";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("completion.preview");
  return { title: t("title") };
}

/** The request as the employer will read it; the button sends exactly this. */
export default async function PreviewRequestPage({ params }: Props) {
  const { actor, view, trajectoryKeys } = await openToAsk(params);
  const [t, concept] = await Promise.all([
    getTranslations("completion.preview"),
    readConcept(actor, view.id),
  ]);
  const base = `/cases/${view.id}/completion`;
  if (!concept) return redirect(base);
  const { reference, isExample, rankDay, organisation } = view;
  const letter = completionLetter(
    { reference, isExample, ...organisation },
    { ...concept, rankDay, trajectoryKeys, filedOn: dayOf(view.submittedAt) },
  );
  const seen = {
    applicationId: view.id,
    version: String(view.version),
    revision: String(concept.revision),
  };
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${view.id}`}>{reference}</BackLink>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
      </Stack>
      <LetterView letter={letter} />
      <Stack>
        <p>{t("sendText")}</p>
        <ActionForm action={requestCompletionAction} values={seen}>
          {t("send")}
        </ActionForm>
        <p>
          <Link href={`${base}/letter`}>{t("change")}</Link>
        </p>
      </Stack>
    </Stack>
  );
}
