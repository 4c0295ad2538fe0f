import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { itemTitle } from "@/lib/answers/completion-item-title";
import { replyPlace } from "@/lib/answers/kept-place";
import { keptAt } from "@/lib/answers/queries/kept-answers";
import { requireEmployer } from "@/lib/auth/session";
import { UnsavedText } from "../../../unsaved-text";
import { saveReplyAction } from "../../actions";
import { openCompletion, trajectoryKeysOf } from "../../open-completion";
import { ReplyForm } from "./reply-form";

type Props = { params: Promise<{ id: string; number: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("completion.answer");
  return { title: t("reply") };
}

/** The explanation of one point. */
export default async function ReplyPage({ params }: Props) {
  const view = await openCompletion(params);
  const [t, locale, { id, number }] = await Promise.all([
    getTranslations("completion.answer"),
    getLocale(),
    params,
  ]);
  const item = view.items[Number(number) - 1];
  if (!item) return notFound();
  if (view.daysLeft < 0) return redirect(`/applications/${id}/completion`);
  const place = replyPlace(view.requestId, item.key);
  const kept = await keptAt(await requireEmployer(), id, place);
  return (
    <Stack>
      <BackLink href={`/applications/${id}/completion`}>{t("back")}</BackLink>
      <Heading level={1}>
        {t("replyTitle", { title: itemTitle(item, trajectoryKeysOf(view), locale) })}
      </Heading>
      {item.words && (
        <p className="pre-line" lang="nl">
          {item.words}
        </p>
      )}
      <Paragraph>{t("replyLead")}</Paragraph>
      {kept && <UnsavedText id={id} place={place} page={`completion/reply/${number}`} />}
      <ReplyForm
        key={String(kept !== undefined)}
        action={saveReplyAction.bind(null, { id, requestId: view.requestId, key: item.key })}
        reply={String(kept?.answers.reply ?? item.reply)}
        submit={t("replySave")}
      />
    </Stack>
  );
}
