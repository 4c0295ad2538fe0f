import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Bullets } from "@/components/ui/bullets";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Grid, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { schemeOverview } from "@/lib/budget/queries/scheme-overview";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { SchemeCard } from "./scheme-card";

const AT_HAND = ["eherkenning", "contract", "person", "plan", "aid", "bank"] as const;
const STEPS = ["one", "two", "three", "four"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default async function HomePage() {
  return <Home overviews={await schemeOverview()} />;
}

function Home({ overviews }: { overviews: Awaited<ReturnType<typeof schemeOverview>> }) {
  const t = useTranslations("home");
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead", { count: SCHEMES.length })}</Paragraph>
      </Stack>
      <section aria-labelledby="schemes">
        <h2 id="schemes" className="visually-hidden">
          {t("schemes", { count: SCHEMES.length })}
        </h2>
        <Grid>
          {overviews.map((overview) => (
            <SchemeCard key={overview.scheme} overview={overview} />
          ))}
        </Grid>
      </section>
      <Stack>
        <Heading level={2}>{t("next.title")}</Heading>
        <Paragraph>{t("next.text")}</Paragraph>
        <Actions>
          <ButtonLink href="/sign-in" variant="secondary">
            {t("next.signIn")}
          </ButtonLink>
          <Link href="/status">{t("next.status")}</Link>
          <Link href="/budget">{t("next.budget")}</Link>
        </Actions>
      </Stack>
      <Grid>
        <Stack>
          <Heading level={2}>{t("athand.title")}</Heading>
          <Bullets items={AT_HAND.map((item) => t(`athand.${item}`))} />
        </Stack>
        <Stack>
          <Heading level={2}>{t("how.title")}</Heading>
          <ol className="numbered">
            {STEPS.map((step) => (
              <li key={step}>
                <strong>{t(`how.${step}`)}.</strong> {t(`how.${step}Text`)}
              </li>
            ))}
          </ol>
        </Stack>
      </Grid>
    </Stack>
  );
}
