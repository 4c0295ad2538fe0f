import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/applications/action-form";
import { ExampleBadge } from "@/components/applications/state-badge";
import { Changes } from "@/components/completion/changes";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { partTitle } from "@/lib/answers/completion-item-title";
import { requireEmployer } from "@/lib/auth/session";
import type { CompletionView } from "@/lib/completion/queries/read-completion";
import { readMessagesOf } from "@/lib/correspondence/commands/read-message";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import { isPrefetch } from "../../../is-prefetch";
import { ReadNow } from "../../../read-now";
import { SentDocuments } from "../sent-documents";
import { completeAction } from "./actions";
import { ItemCard } from "./item-card";
import { openCompletion, trajectoryKeysOf } from "./open-completion";
import { partPath } from "./part-path";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("completion.answer");
  return { title: t("title") };
}

/** The points of the request, the changes of the answer, and the button that sends it. */
export default async function CompletionPage({ params, searchParams }: Props) {
  const view = await openCompletion(params);
  if (!(await isPrefetch())) await readMessagesOf(await requireEmployer(), view.id, "completion_request");
  return (
    <>
      <ReadNow />
      <Completion view={view} justSaved={(await searchParams).saved !== undefined} />
    </>
  );
}

function Completion({ view, justSaved }: { view: CompletionView; justSaved: boolean }) {
  const t = useTranslations("completion.answer");
  const applications = useTranslations("applications");
  const format = useFormats();
  const { id, reference, dueOn, daysLeft, items, answeredAt } = view;
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/applications/${id}`}>{applications("withdraw.back", { reference })}</BackLink>
        <div className="application-row__title">
          <Heading level={1}>{t("title")}</Heading>
          {view.isExample && <ExampleBadge />}
        </div>
        <Paragraph lead>{t("lead", { dueOn: format.day(dueOn) })}</Paragraph>
        {daysLeft < 0 ? (
          <Alert kind="warning" heading={t("late")}>
            <p>{t("lateText", { dueOn: format.day(dueOn) })}</p>
          </Alert>
        ) : (
          <p>
            <strong>{t("daysLeft", { days: daysLeft })}</strong>{" "}
            {answeredAt ? t("saved", { savedAt: format.moment(answeredAt) }) : t("notSaved")}
          </p>
        )}
        {justSaved && (
          <Alert kind="ok" live>
            <p>{t("justSaved")}</p>
          </Alert>
        )}
      </Stack>
      <Stack>
        <Heading level={2}>{t("items", { count: items.length })}</Heading>
        {items.map((item, place) => (
          <ItemCard key={item.key} item={item} number={place + 1} view={view} />
        ))}
      </Stack>
      <SentDocuments applicationId={id} documents={view.documents} canChange="completion" />
      <Effect view={view} />
      <Send view={view} />
    </Stack>
  );
}

function Effect({ view }: { view: CompletionView }) {
  const t = useTranslations("completion.answer");
  const format = useFormats();
  const { changes, scheme, requested, shiftsRank, rankDay, placedBy } = view;
  const amounts = { before: formatMoney(requested.before), after: formatMoney(requested.after) };
  return (
    <Stack>
      <Heading level={2}>{t("changes")}</Heading>
      {changes.length === 0 && <p>{t("noChanges")}</p>}
      <Changes changes={changes} scheme={scheme} trajectoryKeys={trajectoryKeysOf(view)} />
      <Bullets
        items={[
          t(requested.before === requested.after ? "amountSame" : "amount", amounts),
          t(shiftsRank ? "rankShifts" : "rankStays", {
            rankDay: format.day(rankDay),
            distribution: placedBy,
          }),
        ]}
      />
    </Stack>
  );
}

function Send({ view }: { view: CompletionView }) {
  const t = useTranslations("completion.answer");
  const locale = useLocale();
  const { id, requestId, revision, unfinished } = view;
  if (view.daysLeft < 0) return null;
  return (
    <Stack>
      <Heading level={2}>{t("send")}</Heading>
      {unfinished.length > 0 && (
        <>
          <p>{t("unfinished")}</p>
          <Bullets
            items={unfinished.map((part) => (
              <Link key={part} href={`/applications/${id}/completion/${partPath(part)}`}>
                {partTitle(part, trajectoryKeysOf(view), locale)}
              </Link>
            ))}
          />
        </>
      )}
      {view.missingDocuments.length > 0 && (
        <p>
          {t("filesMissing")}{" "}
          <Link href={`/applications/${id}/documents?kind=bank_statement`}>{t("add")}</Link>
        </p>
      )}
      {view.isReady ? (
        <>
          <p>{t("sendText")}</p>
          <ActionForm action={completeAction} values={{ id, requestId, revision: String(revision) }}>
            {t("sendButton")}
          </ActionForm>
        </>
      ) : (
        <p>{t("notReady")}</p>
      )}
    </Stack>
  );
}
