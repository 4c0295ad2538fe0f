import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Alert } from "@/components/ui/alert";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { reportYears } from "@/lib/budget/queries/report-years";
import { MOST_SPREADSHEET_ROWS } from "@/lib/publication/export";
import { ExportForm } from "./export-form";

type Props = { searchParams: Promise<{ problem?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publication.export"))("title") };
}

export default async function ExportsPage({ searchParams }: Props) {
  const actor = await requireStaff("reviewer", "decider", "budget_holder", "auditor");
  const [t, years, { problem }] = await Promise.all([
    getTranslations("publication.export"),
    reportYears(actor),
    searchParams,
  ]);
  return (
    <Stack>
      <BackTo place="budget" />
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      {problem && (
        <Alert kind="error" heading={t("problem")}>
          <p>
            {problem === "too-many"
              ? t("tooMany", { most: MOST_SPREADSHEET_ROWS })
              : t(problem === "too-often" ? "tooOften" : "answers")}
          </p>
        </Alert>
      )}
      <ExportForm years={years} />
    </Stack>
  );
}
