import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { AwardLines } from "@/components/applications/award-lines";
import { Timeline } from "@/components/applications/timeline";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DataList } from "@/components/ui/data-list";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { currentPerson, requireEmployer } from "@/lib/auth/session";
import { readMessagesOf } from "@/lib/correspondence/commands/read-message";
import { getFormats } from "@/lib/i18n/get-formats";
import { asReceived } from "@/lib/letters/queries/as-received";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { readStatus } from "@/lib/screens/queries/read-status";
import { statusCode } from "@/lib/status/queries/status-code";
import { timelineOf } from "@/lib/timeline/timeline";
import { isPrefetch } from "../../../is-prefetch";
import { ReadNow } from "../../../read-now";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.receipt");
  return { title: t("title") };
}

/** The receipt: what was received, when, and what happens next. */
export default async function ReceiptPage({ params }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [t, code, status, receipt, person] = await Promise.all([
    getTranslations("applications"),
    getTranslations("status.receipt"),
    readStatus(actor, id),
    asReceived(actor, id),
    currentPerson(),
  ]);
  const format = await getFormats();
  if (!status || !receipt) return notFound();
  if (!(await isPrefetch())) await readMessagesOf(actor, id, "receipt");
  const { scheme, year, reference, submittedAt, distribution, course } = status;
  const schemes = await getTranslations("schemes");
  const { received, rankDayNow } = receipt;
  const award = awardFor(rulesFor(received.rulesVersion), received.trajectories);
  return (
    <Stack space="loose">
      <ReadNow />
      <Stack>
        <Heading level={1}>{t("receipt.title")}</Heading>
        <Alert kind="ok" heading={t("receipt.sent")}>
          <p>{t("receipt.keep")}</p>
        </Alert>
      </Stack>
      <Card>
        <p className="reference">{reference}</p>
        <DataList
          items={[
            { term: t("receipt.scheme"), value: t("mine.name", { scheme: schemes(`${scheme}.name`), year }) },
            { term: code("term"), value: <span className="reference__code">{statusCode(id)}</span> },
            { term: t("receipt.employer"), value: person?.organisation?.legalName },
            { term: t("receipt.moment"), value: format.moment(submittedAt) },
            { term: t("receipt.rankDay"), value: format.day(received.rankDay) },
            ...(rankDayNow === received.rankDay
              ? []
              : [{ term: t("receipt.rankDayNow"), value: format.day(rankDayNow) }]),
          ]}
        />
        <Paragraph small>
          {code("text")} <Link href="/status">{code("link")}</Link>
        </Paragraph>
        <Paragraph small>{t("receipt.rankDayText", { distribution })}</Paragraph>
      </Card>
      <Stack>
        <Heading level={2}>{t("receipt.requested")}</Heading>
        <AwardLines lines={award} />
      </Stack>
      <Stack>
        <Heading level={2}>{t("receipt.next")}</Heading>
        <Timeline milestones={timelineOf(course)} />
      </Stack>
      <div className="actions">
        <ButtonLink href={`/applications/${id}`}>{t("receipt.follow")}</ButtonLink>
        <DownloadLink href={`/applications/${id}/receipt.pdf`}>{t("receipt.download")}</DownloadLink>
      </div>
    </Stack>
  );
}
