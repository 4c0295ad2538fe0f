import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { publicStatus } from "@/lib/status/queries/public-status";
import { leaveAction } from "../actions";
import { passedFor } from "../pass";
import { Standing } from "./standing";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("status");
  return { title: t("result.title") };
}

export default async function StatusResultPage() {
  const applicationId = await passedFor();
  const status = applicationId && (await publicStatus(applicationId));
  if (!status) return redirect("/status");
  const t = await getTranslations("status");
  return (
    <Stack space="loose">
      <Standing status={status} />
      <Stack>
        <Heading level={2}>{t("more.title")}</Heading>
        <Paragraph>{t("more.text")}</Paragraph>
        <Actions>
          <ButtonLink href="/applications" variant="secondary">
            {t("more.signIn")}
          </ButtonLink>
        </Actions>
      </Stack>
      <form action={leaveAction} className="stack stack--tight">
        <Paragraph small>{t("leave.text")}</Paragraph>
        <div>
          <Button type="submit" variant="link">
            {t("leave.button")}
          </Button>
        </div>
      </form>
    </Stack>
  );
}
