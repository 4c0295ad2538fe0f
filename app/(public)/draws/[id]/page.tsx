import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { Steps } from "@/components/ui/steps";
import { getFormats } from "@/lib/i18n/get-formats";
import { openRecord } from "./open-record";
import { RecordTable } from "./record-table";
import "./draw.css";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ nummer?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("draws"))("title") };
}

export default async function DrawRecordPage({ params, searchParams }: Props) {
  const [record, schemes] = await Promise.all([openRecord(params), getTranslations("schemes")]);
  const format = await getFormats();
  const t = await getTranslations("draws.public");
  const [{ id }, { nummer }] = await Promise.all([params, searchParams]);
  const { revealedAt } = record;
  const frozen = format.moment(record.frozenAt);
  const revealed = revealedAt ? { when: format.moment(revealedAt) } : {};
  const hash = (value: string) => <code className="draw-hash">{value}</code>;
  const code = (command: ReactNode) => <code>{command}</code>;
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>
          {t("title", { scheme: schemes(`${record.scheme}.name`), day: format.day(record.day) })}
        </Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Heading level={2}>{t("why")}</Heading>
        <Paragraph>{t("whyText", { distribution: record.distribution })}</Paragraph>
      </Stack>
      <Stack>
        <Heading level={2}>{t("steps")}</Heading>
        <Steps
          items={[
            { title: t("frozen"), when: frozen, text: t("frozenText"), state: "done" },
            { title: t("committed"), when: frozen, text: t("committedText"), state: "done" },
            {
              title: t("revealed"),
              text: t("revealedText"),
              state: revealedAt ? "done" : "current",
              ...revealed,
            },
            { title: t("result"), text: t("resultText"), state: revealedAt ? "done" : "todo", ...revealed },
          ]}
        />
      </Stack>
      <RecordTable record={record} asked={typeof nummer === "string" ? nummer.trim() : undefined} />
      <Stack>
        <Heading level={2}>{t("hashes")}</Heading>
        <DataList
          items={[
            { term: t("listHash"), value: hash(record.listHash) },
            { term: t("seedCommitment"), value: hash(record.seedCommitment) },
            { term: t("seed"), value: record.seed ? hash(record.seed) : t("secret") },
          ]}
        />
        <Heading level={2}>{t("check")}</Heading>
        <Paragraph>{t.rich("checkText", { command: "node verify-draw.mjs record.json", code })}</Paragraph>
        <Paragraph>
          {t.rich("earlierText", { command: "node verify-draw.mjs record.json eerder.json", code })}
        </Paragraph>
        <Actions>
          <a className="nl-link" href={`/draws/${id}/record.json`} download>
            {t("download")}
          </a>
          <a className="nl-link" href="/verify-draw.mjs" download>
            {t("script")}
          </a>
        </Actions>
      </Stack>
    </Stack>
  );
}
