import { useTranslations } from "next-intl";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { PublishedDraw } from "@/lib/order/queries/published-draws";
import { GRANT_FIELDS, type PublishedGrant } from "@/lib/publication/grant";
import { DrawList } from "./draw-list";

type Props = {
  grants: readonly PublishedGrant[];
  next: number | undefined;
  isFirst: boolean;
  draws: readonly PublishedDraw[];
};

/** The newest grants, all of them as files, and the meaning of the fields. */
export function OpenDataPage({ grants, next, isFirst, draws }: Props) {
  const t = useTranslations("publication");
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Actions>
          <DownloadLink href="/open-data/grants.csv">{t("csv")}</DownloadLink>
          <DownloadLink href="/open-data/grants.json">{t("json")}</DownloadLink>
        </Actions>
        <Paragraph small>{t("free")}</Paragraph>
        <Actions>
          <Link href="#fields">{t("fields.title")}</Link>
          <Link href="#meter">{t("meter.title")}</Link>
          <Link href="#draws">{t("draws")}</Link>
        </Actions>
      </Stack>
      <Stack>
        <Heading level={2}>{t("list")}</Heading>
        {grants.length === 0 ? <Paragraph>{t("none")}</Paragraph> : <Grants grants={grants} />}
        <Actions>
          {next !== undefined && <Link href={`/open-data?voor=${next}`}>{t("next")}</Link>}
          {!isFirst && <Link href="/open-data">{t("first")}</Link>}
        </Actions>
      </Stack>
      <Stack>
        <Heading level={2} id="fields">
          {t("fields.title")}
        </Heading>
        <Paragraph>{t("fields.text")}</Paragraph>
        <FieldTable />
        <Actions>
          <DownloadLink href="/open-data/schema.json">{t("fields.schema")}</DownloadLink>
        </Actions>
      </Stack>
      <Stack>
        <Heading level={2} id="meter">
          {t("meter.title")}
        </Heading>
        <Paragraph>{t("meter.text")}</Paragraph>
        <Actions>
          <DownloadLink href="/open-data/budget.json">{t("meter.json")}</DownloadLink>
          <DownloadLink href="/open-data/budget-schema.json">{t("meter.schema")}</DownloadLink>
        </Actions>
      </Stack>
      <DrawList draws={draws} />
    </Stack>
  );
}

function Grants({ grants }: Pick<Props, "grants">) {
  const schemes = useTranslations("schemes");
  const t = useTranslations("publication");
  const { day } = useFormats();
  return (
    <Table
      stacks
      caption={t("list")}
      columns={[
        { key: "employer", label: t("employer") },
        { key: "kvk", label: t("kvk") },
        { key: "scheme", label: t("scheme") },
        { key: "decidedOn", label: t("decidedOn") },
        { key: "amount", label: t("amount"), numeric: true },
      ]}
      rows={grants.map((grant) => ({
        id: `${grant.caseNumber}`,
        employer: grant.isExample ? t("example", { employer: grant.employer }) : grant.employer,
        kvk: grant.kvkNumber,
        scheme: t("schemeYear", { scheme: schemes(`${grant.scheme}.name`), year: `${grant.year}` }),
        decidedOn: day(grant.decidedOn),
        amount: formatMoney(grant.amountCents),
      }))}
    />
  );
}

function FieldTable() {
  const t = useTranslations("publication.fields");
  return (
    <Table
      stacks
      caption={t("title")}
      columns={[
        { key: "name", label: t("name") },
        { key: "meaning", label: t("meaning") },
      ]}
      rows={GRANT_FIELDS.map((name) => ({
        id: name,
        name: <code>{name}</code>,
        meaning: t(`of.${name}`),
      }))}
    />
  );
}
