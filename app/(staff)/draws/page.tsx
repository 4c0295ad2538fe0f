import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Alert } from "@/components/ui/alert";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { ceilingKey } from "@/lib/budget/ceiling";
import { dividedCeilings } from "@/lib/budget/queries/divided-ceilings";
import { drawsOverview } from "@/lib/order/queries/draws-overview";
import { CeilingDraws } from "./ceiling-draws";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("draws"))("title") };
}

export default async function DrawsPage() {
  const actor = await requireStaff("budget_holder", "auditor");
  const holds = actor.roles.includes("budget_holder");
  const t = await getTranslations("draws");
  const ceilings = await dividedCeilings(actor);
  const overviews = await Promise.all(ceilings.map((ceiling) => drawsOverview(actor, ceiling)));
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
        <CeilingDraws key={ceilingKey(overview.ceiling)} overview={overview} holds={holds} />
      ))}
    </Stack>
  );
}
