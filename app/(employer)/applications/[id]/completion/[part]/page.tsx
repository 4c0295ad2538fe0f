import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AwardAside } from "@/components/applications/award-aside";
import { AskedItem } from "@/components/completion/asked-item";
import { BackLink } from "@/components/ui/back-link";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Aside } from "@/components/ui/layout";
import { itemTitle, partTitle } from "@/lib/answers/completion-item-title";
import { isSection, partFields, partKey } from "@/lib/answers/draft";
import { completionPlace } from "@/lib/answers/kept-place";
import { typedAt } from "@/lib/answers/queries/kept-answers";
import { requireEmployer } from "@/lib/auth/session";
import { mayChange } from "@/lib/completion/answer";
import { KeptForm } from "../../kept-form";
import { type PartQuery, shownPart } from "../../open-draft";
import { openCompletion, trajectoryKeysOf } from "../open-completion";
import { partPath } from "../part-path";
import { PartQuestions } from "./part-questions";

type Props = { params: Promise<{ id: string; part: string }>; searchParams: PartQuery };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("completion.answer");
  return { title: t("title") };
}

/** The questions of one part again, with the reviewer's points above them. */
export default async function CompletionPartPage({ params, searchParams }: Props) {
  const view = await openCompletion(params);
  const [t, locale, { id, part: path }] = await Promise.all([
    getTranslations("completion.answer"),
    getLocale(),
    params,
  ]);
  const part = view.progress.map((each) => each.part).find((candidate) => partPath(candidate) === path);
  if (!part || !mayChange(view.items, part)) return notFound();
  if (view.daysLeft < 0) return redirect(`/applications/${id}/completion`);
  const keys = trajectoryKeysOf(view);
  const place = completionPlace(view.requestId, part);
  const kept = await typedAt(await requireEmployer(), id, place);
  const saved = isSection(part)
    ? view.sections[part]
    : view.trajectories.find(({ key }) => key === partKey(part));
  if (!saved) return notFound();
  const shown = await shownPart(saved, kept, searchParams);
  return (
    <Aside aside={<AwardAside lines={view.award} />}>
      <BackLink href={`/applications/${id}/completion`}>{t("back")}</BackLink>
      <Heading level={1}>{t("part", { part: partTitle(part, keys, locale) })}</Heading>
      <p>{t("asked")}:</p>
      <Bullets
        items={view.items
          .filter((item) => item.part === part)
          .map((item) => (
            <AskedItem key={item.key} title={itemTitle(item, keys, locale)} words={item.words} />
          ))}
      />
      {kept && (
        <KeptForm
          {...{ id, place, page: `completion/${path}`, isShown: shown.isTyped }}
          fields={partFields(part, view.scheme)}
          saved={saved.answers}
          typed={kept.answers}
        />
      )}
      <PartQuestions key={String(shown.isTyped)} view={view} part={part} shown={shown} />
    </Aside>
  );
}
