import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table } from "@/components/ui/table";
import { type Checked, checkInvariants } from "@/lib/audit/queries/check-invariants";
import { requireStaff } from "@/lib/auth/session";
import { currentMoment } from "@/lib/calendar/queries/current-moment";
import { getFormats } from "@/lib/i18n/get-formats";

const TONES = { holds: "ok", broken: "error", unknown: "warning" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invariants"))("title") };
}

export default async function InvariantsPage() {
  await requireStaff("auditor");
  const [t, format, now, checked] = await Promise.all([
    getTranslations("invariants"),
    getFormats(),
    currentMoment(),
    checkInvariants(),
  ]);
  const broken = checked.filter(({ outcome }) => outcome === "broken");
  const unknown = checked.some(({ outcome }) => outcome === "unknown");
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Alert kind={broken.length > 0 ? "error" : unknown ? "warning" : "ok"}>
          <p>
            {broken.length > 0 ? t("broken", { count: broken.length }) : t(unknown ? "partly" : "allHold")}
          </p>
        </Alert>
      </Stack>
      <Table
        caption={t("caption")}
        columns={[
          { key: "rule", label: t("rule") },
          { key: "outcome", label: t("outcome") },
          { key: "rows", label: t("rows") },
        ]}
        rows={checked.map((check) => ({
          id: check.id,
          rule: `${check.number}. ${t(`rules.${check.id}`)}`,
          outcome: <StatusBadge tone={TONES[check.outcome]}>{t(`outcomes.${check.outcome}`)}</StatusBadge>,
          rows: <Breaches check={check} none={t("none")} more={(count) => t("more", { count })} />,
        }))}
      />
      <Paragraph small>{t("checkedAt", { moment: format.moment(now) })}</Paragraph>
      <Paragraph small>{t("command", { command: "npm run verify-ledger" })}</Paragraph>
    </Stack>
  );
}

type Props = { check: Checked; none: string; more: (count: number) => string };

function Breaches({ check: { breaches }, none, more }: Props) {
  const [first] = breaches;
  if (!first) return none;
  const others = first.n - breaches.length;
  return (
    <ul>
      {breaches.map(({ what, found }) => (
        <li key={`${what} ${found}`}>
          <code>{what}</code>: {found}
        </li>
      ))}
      {others > 0 && <li>{more(others)}</li>}
    </ul>
  );
}
