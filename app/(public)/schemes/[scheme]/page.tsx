import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { schemeOverview } from "@/lib/budget/queries/scheme-overview";
import { currentRules } from "@/lib/schemes/rules";
import { knownScheme } from "./known-scheme";
import { SchemeConditions } from "./scheme-conditions";

type Props = { params: Promise<{ scheme: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, schemes] = await Promise.all([getTranslations("home"), getTranslations("schemes")]);
  const scheme = await knownScheme(params);
  return { title: t("scheme.title", { scheme: schemes(`${scheme}.name`) }) };
}

export default async function SchemePage({ params }: Props) {
  const scheme = await knownScheme(params);
  const overview = (await schemeOverview()).find((one) => one.scheme === scheme);
  return <SchemeConditions rules={currentRules(scheme)} overview={overview ?? notFound()} />;
}
