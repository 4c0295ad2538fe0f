import { useTranslations } from "next-intl";
import { AwardLines } from "@/components/applications/award-lines";
import { ExampleBadge, StateBadge } from "@/components/applications/state-badge";
import { Timeline } from "@/components/applications/timeline";
import { LetterList } from "@/components/letters/letter-list";
import { BackLink } from "@/components/ui/back-link";
import { Details } from "@/components/ui/details";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { useFormats } from "@/lib/i18n/use-formats";
import type { StatusView } from "@/lib/screens/queries/read-status";
import { timelineOf } from "@/lib/timeline/timeline";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import { CompletionCard } from "./completion-card";
import { DecisionCard } from "./decision-card";
import { LateCard } from "./late-card";
import { RespondCard } from "./respond-card";
import { SentAnswers } from "./sent-answers";
import { SentDocuments } from "./sent-documents";
import { BesideStatus } from "./status-sidebar";
import { WaitCard } from "./wait-card";

/** A filed application: its status in one sentence, the decision, the timeline, and the answers. */
export function StatusOverview({ status }: { status: StatusView }) {
  const t = useTranslations("applications");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  const { id, scheme, year, state, reference, isExample, course, decision, letters, award, canWithdraw } =
    status;
  const dueOn = format.day(status.dueOn);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/applications">{t("mine.title")}</BackLink>
        <div className="application-row__title">
          <Heading level={1}>{t("draft.title", { scheme: schemes(`${scheme}.inText`), year })}</Heading>
          <StateBadge state={state} />
          {isExample && <ExampleBadge />}
        </div>
        <Paragraph lead>{t(`status.${state}`, { dueOn })}</Paragraph>
        {isUndecided(state) && (
          <Paragraph>
            {t(`status.term.${status.term.termFrom}`, {
              weeks: status.term.decisionWeeks,
              closes: format.day(status.term.closesOn),
            })}
          </Paragraph>
        )}
        {status.stopped && status.stopped.ground !== "wait" && (
          <Paragraph>{t("status.stopped", { until: format.day(status.stopped.resumesOn) })}</Paragraph>
        )}
        {status.usual && (
          <Paragraph>
            {t("status.usual", {
              count: status.usual.cases,
              weeks: Math.max(1, Math.ceil(status.usual.days / 7)),
            })}
          </Paragraph>
        )}
        {status.reservePlace !== null && (
          <Paragraph>{t("status.reservePlace", { place: status.reservePlace })}</Paragraph>
        )}
        <p>
          {t("mine.reference", { reference })} ·{" "}
          <Link href={`/applications/${id}/receipt`}>{t("status.receipt")}</Link>
        </p>
      </Stack>
      {course.completeBy && <CompletionCard applicationId={id} dueOn={course.completeBy} />}
      {status.intention && <RespondCard applicationId={id} intention={status.intention} />}
      <WaitCard status={status} />
      <LateCard status={status} />
      {decision && <DecisionCard applicationId={status.id} decision={decision} />}
      {status.reconsiders && <Paragraph>{t("status.promise")}</Paragraph>}
      <Stack>
        <Heading level={2}>{t("status.course")}</Heading>
        <Timeline milestones={timelineOf(course)} />
      </Stack>
      {letters.length > 0 && (
        <Stack>
          <Heading level={2}>{t("status.letters")}</Heading>
          <LetterList letters={letters} at={`/applications/${id}`} />
        </Stack>
      )}
      <Stack>
        <Heading level={2}>{t("status.sent")}</Heading>
        {!decision && (
          <div>
            <p>{t("status.requested")}</p>
            <AwardLines lines={award} />
          </div>
        )}
        <Details summary={t("status.answers")}>
          <SentAnswers application={status} />
          <SentDocuments applicationId={id} documents={status.documents} />
        </Details>
        <p>
          <DownloadLink href={`/applications/${id}/sent.pdf`}>{t("status.keep")}</DownloadLink>
        </p>
      </Stack>
      <BesideStatus status={status} />
      {canWithdraw && (
        <Stack>
          <Heading level={2}>{t("withdraw.heading")}</Heading>
          <p>
            {t("withdraw.may")} <Link href={`/applications/${id}/withdraw`}>{t("withdraw.link")}</Link>
          </p>
        </Stack>
      )}
    </Stack>
  );
}
