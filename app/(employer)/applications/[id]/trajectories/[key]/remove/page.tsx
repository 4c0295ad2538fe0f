import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/applications/action-form";
import { NotSentYet } from "@/components/applications/not-sent-yet";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { removeTrajectoryAction } from "../../../actions";
import { openDraft } from "../../../open-draft";

type Props = { params: Promise<{ id: string; key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.remove");
  return { title: t("title") };
}

export default async function RemoveTrajectoryPage({ params }: Props) {
  const [draft, t, tDraft, schemes, { key }] = await Promise.all([
    openDraft(params),
    getTranslations("applications.remove"),
    getTranslations("applications.draft"),
    getTranslations("schemes"),
    params,
  ]);
  const trajectory = draft.trajectories.find((candidate) => candidate.key === key);
  if (!trajectory) return notFound();
  const { number } = trajectory;
  return (
    <Stack>
      <BackLink href={`/applications/${draft.id}`}>
        {tDraft("title", { scheme: schemes(`${draft.scheme}.inText`), year: draft.year })}
      </BackLink>
      <Heading level={1}>{t("question", { number })}</Heading>
      <NotSentYet phase={draft.phase} closesAt={draft.closesAt} brief />
      <Paragraph>{t("consequence")}</Paragraph>
      <ActionForm action={removeTrajectoryAction} values={{ id: draft.id, key }} variant="danger">
        {t("yes")}
      </ActionForm>
      <p>
        <Link href={`/applications/${draft.id}`}>{t("no")}</Link>
      </p>
    </Stack>
  );
}
