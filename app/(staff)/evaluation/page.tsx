import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EvaluationPage } from "./evaluation-page";
import { openEvaluation } from "./open-evaluation";

type Props = { searchParams: Promise<{ jaar?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluation"))("title") };
}

export default async function Page({ searchParams }: Props) {
  return <EvaluationPage {...(await openEvaluation((await searchParams).jaar))} />;
}
