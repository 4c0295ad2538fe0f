import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Alert } from "@/components/ui/alert";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { allChanges } from "@/lib/budget/queries/ceiling-history";
import { ChangeItem } from "../change-item";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ceilings"))("title") };
}

export default async function ChangesPage() {
  const actor = await requireStaff("budget_holder", "auditor");
  const holds = actor.roles.includes("budget_holder");
  const [t, changes] = await Promise.all([getTranslations("ceilings"), allChanges(actor)]);
  const [open, settled] = [
    changes.filter(({ state }) => state === "open"),
    changes.filter(({ state }) => state !== "open"),
  ];
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        {holds && (
          <Paragraph>
            {t.rich("where", { link: (text) => <Link href="/budget#lines">{text}</Link> })}
          </Paragraph>
        )}
        {!holds && (
          <Alert kind="info">
            <p>{t("readOnly")}</p>
          </Alert>
        )}
      </Stack>
      <Stack>
        <Heading level={2}>{t("open")}</Heading>
        {open.length === 0 && <Paragraph>{t("noneOpen")}</Paragraph>}
        {open.map((change) => (
          <ChangeItem key={change.id} change={change} holds={holds} />
        ))}
      </Stack>
      <Stack>
        <Heading level={2}>{t("history")}</Heading>
        {settled.length === 0 && <Paragraph>{t("noHistory")}</Paragraph>}
        {settled.map((change) => (
          <ChangeItem key={change.id} change={change} holds={false} />
        ))}
      </Stack>
    </Stack>
  );
}
