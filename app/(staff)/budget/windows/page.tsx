import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { publishedWindows } from "@/lib/windows/queries/published-windows";
import { allPlans, type WindowPlan } from "@/lib/windows/queries/window-plans";
import { PlanItem } from "./plan-item";
import { WindowTable } from "./window-table";

const WAITING = ["proposed", "draft"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("windows"))("title") };
}

export default async function WindowsPage() {
  const actor = await requireStaff("budget_holder", "auditor");
  const holds = actor.roles.includes("budget_holder");
  const [t, plans, windows] = await Promise.all([
    getTranslations("windows"),
    allPlans(actor),
    publishedWindows(actor),
  ]);
  const isWaiting = ({ state }: WindowPlan) => WAITING.includes(state);
  const [waiting, settled] = [plans.filter(isWaiting), plans.filter((plan) => !isWaiting(plan))];
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        {holds ? (
          <Actions>
            <ButtonLink href="/budget/windows/new">{t("new")}</ButtonLink>
          </Actions>
        ) : (
          <Alert kind="info">
            <p>{t("readOnly")}</p>
          </Alert>
        )}
      </Stack>
      <Stack>
        <Heading level={2}>{t("waiting")}</Heading>
        {waiting.length === 0 && <Paragraph>{t("noneWaiting")}</Paragraph>}
        {waiting.map((plan) => (
          <PlanItem key={plan.id} plan={plan} holds={holds} />
        ))}
      </Stack>
      <Stack>
        <Heading level={2}>{t("there")}</Heading>
        <WindowTable windows={windows} />
      </Stack>
      {settled.length > 0 && (
        <Stack>
          <Heading level={2}>{t("history")}</Heading>
          {settled.map((plan) => (
            <PlanItem key={plan.id} plan={plan} holds={false} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
