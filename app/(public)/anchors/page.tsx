import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataList } from "@/components/ui/data-list";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { listAnchors } from "@/lib/audit/queries/list-anchors";
import { getFormats } from "@/lib/i18n/get-formats";
import "./anchors.css";

const SHOWN = 31;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.anchors"))("title") };
}

/** The daily fingerprint of the log, for anyone who wants to keep it. */
export default async function AnchorsPage() {
  const [t, format, anchors] = await Promise.all([
    getTranslations("audit.anchors"),
    getFormats(),
    listAnchors(SHOWN),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Paragraph>{t("text")}</Paragraph>
        <p>
          <DownloadLink href="/anchors/download">{t("download")}</DownloadLink>
        </p>
      </Stack>
      {anchors.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Stack>
          <Heading level={2}>{t("caption")}</Heading>
          <DataList
            items={anchors.map(({ day, events, root }) => ({
              term: t("until", { day: format.day(day) }),
              value: (
                <>
                  <p>{t("counted", { events: format.number(events) })}</p>
                  <code className="root">{root}</code>
                </>
              ),
            }))}
          />
        </Stack>
      )}
    </Stack>
  );
}
