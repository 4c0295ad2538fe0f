import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Grid, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { destinationOf, safeNext } from "@/lib/auth/destination";
import { currentPerson } from "@/lib/auth/session";
import { isSignInProblem } from "@/lib/auth/sign-in-problem";
import { env } from "@/lib/env";
import { SignInCard } from "./sign-in-card";

type Props = { searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, { problem }] = await Promise.all([getTranslations("signin"), searchParams]);
  return { title: isSignInProblem(problem) ? t(`problems.${problem}.title`) : t("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, problem } = await searchParams;
  const person = await currentPerson();
  if (person) redirect(destinationOf(person, next));

  const t = await getTranslations("signin");
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        {isSignInProblem(problem) && (
          <Alert
            kind={problem === "session-ended" || problem === "cancelled" ? "info" : "error"}
            heading={t(`problems.${problem}.title`)}
          >
            <Paragraph>{t(`problems.${problem}.text`)}</Paragraph>
          </Alert>
        )}
        <Paragraph lead>{t("intro")}</Paragraph>
      </Stack>
      <Grid>
        <SignInCard kind="employer" next={safeNext(next)}>
          <Details summary={t("employer.help")}>
            <Paragraph>{t("employer.helpText")}</Paragraph>
          </Details>
        </SignInCard>
        <SignInCard kind="staff" next={safeNext(next)} />
      </Grid>
      {env().PORTAL_MODE === "demo" && (
        <Alert kind="info" heading={t("demo.title")}>
          <Paragraph>{t("demo.text")}</Paragraph>
        </Alert>
      )}
    </Stack>
  );
}
