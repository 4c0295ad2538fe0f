import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotSentYet } from "@/components/applications/not-sent-yet";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireEmployer } from "@/lib/auth/session";
import { listInvitations } from "@/lib/filing/queries/list-invitations";
import { openDraft } from "../open-draft";
import { inviteAction } from "./actions";
import { InviteForm } from "./invite-form";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ sent?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.invite");
  return { title: t("title") };
}

/** Invites a colleague to help with a draft. */
export default async function InvitePage({ params, searchParams }: Props) {
  const [t, draft, { sent }] = await Promise.all([
    getTranslations("applications"),
    openDraft(params),
    searchParams,
  ]);
  const { id, scheme, year, phase, closesAt } = draft;
  const schemes = await getTranslations("schemes");
  const invited = await listInvitations(await requireEmployer(), id);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/applications/${id}`}>
          {t("draft.title", { scheme: schemes(`${scheme}.inText`), year })}
        </BackLink>
        <Heading level={1}>{t("invite.title")}</Heading>
        <Paragraph lead>{t("invite.lead")}</Paragraph>
        <NotSentYet phase={phase} closesAt={closesAt} brief />
        {sent !== undefined && (
          <Alert kind="ok" live>
            <p>{t("invite.sent")}</p>
          </Alert>
        )}
      </Stack>
      <InviteForm action={inviteAction.bind(null, id)} />
      {invited.length > 0 && (
        <Stack>
          <Heading level={2}>{t("invite.invited")}</Heading>
          <Bullets items={invited} />
        </Stack>
      )}
    </Stack>
  );
}
