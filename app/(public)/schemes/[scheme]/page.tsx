import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { schemeOverview } from "@/lib/budget/queries/scheme-overview";
import { SCHEMES, type Scheme } from "@/lib/schemes/scheme";
import { currentRules } from "../../scheme-facts";
import { SchemeConditions } from "./scheme-conditions";

type Props = { params: Promise<{ scheme: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("home");
  const scheme = known((await params).scheme);
  return { title: t("scheme.title", { scheme: t(`${scheme}.name`) }) };
}

export default async function SchemePage({ params }: Props) {
  const scheme = known((await params).scheme);
  const overview = (await schemeOverview()).find((one) => one.scheme === scheme);
  return <SchemeConditions rules={currentRules(scheme)} overview={overview ?? notFound()} now={new Date()} />;
}

const known = (text: string): Scheme => SCHEMES.find((scheme) => scheme === text) ?? notFound();
