import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import { requireStaff } from "@/lib/auth/session";
import type { Shown } from "@/lib/cases/list-words";
import { type Load, MOST_COUNTED, type Workload, workload } from "@/lib/cases/queries/workload";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("worklist.load");
  return { title: t("title") };
}

export default async function WorkloadPage() {
  const actor = await requireStaff("reviewer", "decider", "auditor");
  return <Loads loads={await workload(actor)} />;
}

const COLUMNS = ["unclaimed", "review", "employer", "proposed", "late"] as const;
const SHOWN = {
  unclaimed: "submitted",
  review: "in_review",
  employer: "wacht-op-werkgever",
  proposed: "proposed",
  late: "open",
} as const satisfies Record<Load | "late", Shown>;

function Loads({ loads }: { loads: Workload[] }) {
  const t = useTranslations("worklist.load");
  return (
    <Stack>
      <BackLink href="/cases">{t("back")}</BackLink>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      <Table
        caption={t("caption")}
        columns={[
          { key: "name", label: t("name") },
          ...COLUMNS.map((key) => ({ key, label: t(key), numeric: true })),
        ]}
        rows={loads.map((load) => ({
          id: load.id ?? "",
          name: load.name ?? t("nobody"),
          unclaimed: <Count load={load} column="unclaimed" />,
          review: <Count load={load} column="review" />,
          employer: <Count load={load} column="employer" />,
          proposed: <Count load={load} column="proposed" />,
          late: <Count load={load} column="late" />,
        }))}
      />
    </Stack>
  );
}

/** A number that links to the cases it counts. */
function Count({ load, column }: { load: Workload; column: (typeof COLUMNS)[number] }) {
  const t = useTranslations("worklist.load");
  const count = load[column];
  if (count === 0) return "0";
  const words = new URLSearchParams({ toon: SHOWN[column], van: load.id ?? "niemand" });
  if (column === "late") words.set("termijn", "te-laat");
  const text = count > MOST_COUNTED ? t("more", { most: MOST_COUNTED }) : String(count);
  return (
    <Link
      href={`/cases?${words}`}
      aria-label={t("of", { count: text, what: t(column), name: load.name ?? t("nobody") })}
    >
      {text}
    </Link>
  );
}
