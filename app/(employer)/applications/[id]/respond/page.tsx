import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { BackLink } from "@/components/ui/back-link";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { RESPONSE_PLACE } from "@/lib/answers/kept-place";
import { typedAt } from "@/lib/answers/queries/kept-answers";
import { requireEmployer } from "@/lib/auth/session";
import { openIntention } from "@/lib/decisions/queries/open-intention";
import { getFormats } from "@/lib/i18n/get-formats";
import { formatMoney } from "@/lib/money";
import { STATED_GROUND_CODES, STATED_GROUNDS } from "@/lib/vocabulary/grounds";
import { KeptForm } from "../kept-form";
import { asksTyped } from "../open-draft";
import { ResponseForm } from "./response-form";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ typed?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("decisions.respond"))("title") };
}

/** An open intention with its reasons, and the form to respond; without one it redirects. */
export default async function RespondPage({ params, searchParams }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const intention = await openIntention(actor, id);
  if (!intention) return notFound();
  const [t, words, format, typed] = await Promise.all([
    getTranslations("decisions.respond"),
    getTranslations("applications.decision"),
    getFormats(),
    typedAt(actor, id, RESPONSE_PLACE),
  ]);
  const isShown = typed !== undefined && (await asksTyped(searchParams));
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/applications/${id}`}>{intention.reference}</BackLink>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>
          {t(intention.kind === "lowering" ? "leadLowering" : "lead", { day: format.day(intention.untilOn) })}
        </Paragraph>
      </Stack>
      <Stack>
        <Heading level={2}>{t("why")}</Heading>
        <Bullets
          items={STATED_GROUND_CODES.filter((code) => intention.grounds.includes(code)).map((code) =>
            words("ground", { words: words(`grounds.${code}`), article: STATED_GROUNDS[code] }),
          )}
        />
        {intention.kept && (
          <Paragraph>
            {t("stays", {
              count: intention.kept.length,
              numbers: format.allOf(
                intention.kept.map(
                  ({ trajectory, amountCents }) => `${trajectory} (${formatMoney(amountCents)})`,
                ),
              ),
            })}
          </Paragraph>
        )}
        <div lang="nl" className="pre-line">
          <Paragraph>{intention.explanation}</Paragraph>
        </div>
      </Stack>
      {typed && (
        <KeptForm
          {...{ id, place: RESPONSE_PLACE, page: "respond", isShown }}
          fields={{ response: "text" }}
          saved={{}}
          typed={typed.answers}
        />
      )}
      <ResponseForm
        key={String(isShown)}
        applicationId={id}
        typed={isShown ? String(typed.answers.response) : ""}
        submit={t("submit")}
      />
    </Stack>
  );
}
