import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { schemeOverview } from "@/lib/budget/queries/scheme-overview";
import { keptCheck } from "@/lib/precheck/commands/keep-check";
import { precheck } from "@/lib/precheck/outcome";
import { readPrecheck } from "@/lib/precheck/questions";
import { currentRules, rulesFor } from "@/lib/schemes/rules";
import { knownScheme } from "../../known-scheme";
import { Outcome } from "./outcome";

type Props = { params: Promise<{ scheme: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, schemes, scheme] = await Promise.all([
    getTranslations("precheck"),
    getTranslations("schemes"),
    knownScheme(params),
  ]);
  return { title: t("result.title", { scheme: schemes(`${scheme}.one`) }) };
}

/** The outcome of the kept answers at this moment; without answers it redirects to the questions. */
export default async function ResultPage({ params }: Props) {
  const scheme = await knownScheme(params);
  const read = readPrecheck(scheme, (await keptCheck(scheme)) ?? {});
  if (!read) return redirect(`/schemes/${scheme}/check`);
  const overview = (await schemeOverview()).find((one) => one.scheme === scheme) ?? notFound();
  const { window, asOf: now } = overview;
  const rules = window ? rulesFor(window.rulesVersion) : currentRules(scheme);
  const outcome = precheck(rules, read.answers, {
    window: window ? { ...window, year: overview.ceiling.year } : undefined,
    now,
  });
  return <Outcome rules={rules} outcome={outcome} answers={read.answers} window={window} now={now} />;
}
