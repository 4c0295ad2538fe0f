import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Aside, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { itemTitle } from "@/lib/answers/completion-item-title";
import { caseCompletions } from "@/lib/completion/queries/case-completion";
import { mayNotTreat } from "@/lib/decisions/not-treating";
import { getFormats } from "@/lib/i18n/get-formats";
import { can } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";
import { NotTreatForm } from "./not-treat-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([
    getTranslations("completion.notTreat"),
    openCase(params, "reviewer"),
  ]);
  return { title: t("title", { reference: view.reference }) };
}

/** The request and what is missing, the last day to leave it untreated, and the reviewer's explanation. */
export default async function NotTreatPage({ params }: Props) {
  const { actor, view } = await openCase(params, "reviewer");
  const { id, reference } = view;
  const [newest] = await caseCompletions(actor, id);
  const may = mayNotTreat(newest, view.today, view.equated);
  const isYours = can("propose", view.state, actor.roles);
  if (!newest || !may.ok || !isYours) return redirect(`/cases/${id}`);
  const [t, format, locale] = await Promise.all([
    getTranslations("completion.notTreat"),
    getFormats(),
    getLocale(),
  ]);
  const keys = view.draft.trajectories.map(({ key }) => key);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t("title", { reference })}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Paragraph>{t("term", { day: format.day(may.value.lastDay) })}</Paragraph>
      </Stack>
      <Aside
        aside={
          <>
            <Heading level={2} looksLike={4}>
              {t("asked")}
            </Heading>
            <p>{t("askedText", { day: format.day(newest.askedOn), dueOn: format.day(newest.dueOn) })}</p>
            <ol className="stack stack--tight">
              {newest.items.map((item) => (
                <li key={item.key}>
                  <strong>{itemTitle(item, keys, locale)}</strong>
                  {item.words && <p className="pre-line">{item.words}</p>}
                </li>
              ))}
            </ol>
          </>
        }
      >
        <NotTreatForm applicationId={id} version={view.version} submit={t("submit")} />
      </Aside>
    </Stack>
  );
}
