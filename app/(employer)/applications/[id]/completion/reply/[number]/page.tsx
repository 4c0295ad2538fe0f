import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { itemTitle } from "@/lib/answers/completion-item-title";
import { replyPlace } from "@/lib/answers/kept-place";
import { typedAt } from "@/lib/answers/queries/kept-answers";
import { requireEmployer } from "@/lib/auth/session";
import { KeptForm } from "../../../kept-form";
import { asksTyped } from "../../../open-draft";
import { saveReplyAction } from "../../actions";
import { openCompletion, trajectoryKeysOf } from "../../open-completion";
import { ReplyForm } from "./reply-form";

type Props = {
  params: Promise<{ id: string; number: string }>;
  searchParams: Promise<{ typed?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("completion.answer");
  return { title: t("reply") };
}

/** The explanation of one point. */
export default async function ReplyPage({ params, searchParams }: Props) {
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
  const typed = await typedAt(await requireEmployer(), id, place);
  const isShown = typed !== undefined && (await asksTyped(searchParams));
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
      {typed && (
        <KeptForm
          {...{ id, place, page: `completion/reply/${number}`, isShown }}
          fields={{ reply: "text" }}
          saved={{ reply: item.reply }}
          typed={typed.answers}
        />
      )}
      <ReplyForm
        key={String(isShown)}
        action={saveReplyAction.bind(null, { id, requestId: view.requestId, key: item.key })}
        reply={String(isShown ? typed.answers.reply : item.reply)}
        submit={t("replySave")}
      />
    </Stack>
  );
}
