import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Alert } from "@/components/ui/alert";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { drawsOverview } from "@/lib/order/queries/draws-overview";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { SchemeDraws } from "./scheme-draws";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("draws"))("title") };
}

export default async function DrawsPage() {
  const actor = await requireStaff("budget_holder", "auditor");
  const holds = actor.roles.includes("budget_holder");
  const [t, ...overviews] = await Promise.all([
    getTranslations("draws"),
    ...SCHEMES.map((scheme) => drawsOverview(actor, scheme)),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        {!holds && (
          <Alert kind="info">
            <p>{t("readOnly")}</p>
          </Alert>
        )}
      </Stack>
      {overviews.map((overview) => (
        <SchemeDraws key={overview.scheme} overview={overview} holds={holds} />
      ))}
    </Stack>
  );
}
