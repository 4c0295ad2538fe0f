import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/form/form-words";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { keptCheck } from "@/lib/precheck/commands/keep-check";
import { participantOptions } from "@/lib/precheck/questions";
import { currentRules } from "@/lib/schemes/rules";
import { knownScheme } from "../known-scheme";
import { checkAction } from "./actions";
import { CheckForm } from "./check-form";
import "./precheck.css";

type Props = { params: Promise<{ scheme: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, schemes, scheme] = await Promise.all([
    getTranslations("precheck"),
    getTranslations("schemes"),
    knownScheme(params),
  ]);
  return { title: t("title", { scheme: schemes(`${scheme}.one`) }) };
}

/** The pre-check of one scheme: a handful of questions, for anyone, without signing in. */
export default async function CheckPage({ params }: Props) {
  const scheme = await knownScheme(params);
  const [t, schemes, kept] = await Promise.all([
    getTranslations("precheck"),
    getTranslations("schemes"),
    keptCheck(scheme),
  ]);
  return (
    <FormWords>
      <Stack space="loose">
        <Stack>
          <BackLink href="/">{t("back")}</BackLink>
          <Heading level={1}>{t("title", { scheme: schemes(`${scheme}.one`) })}</Heading>
          <Paragraph lead>{t("lead")}</Paragraph>
          <p className="text-small text-quiet">{t("kept")}</p>
        </Stack>
        <CheckForm
          scheme={scheme}
          action={checkAction.bind(null, scheme)}
          answers={kept}
          participants={participantOptions(currentRules(scheme))}
        />
      </Stack>
    </FormWords>
  );
}
