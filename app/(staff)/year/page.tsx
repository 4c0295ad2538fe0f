import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireStaff } from "@/lib/auth/session";
import { isSameCeiling } from "@/lib/budget/ceiling";
import { dividedCeilings } from "@/lib/budget/queries/divided-ceilings";
import { yearAhead } from "@/lib/forecast/queries/year-ahead";
import { readQuestion } from "@/lib/forecast/question";
import { YearPage } from "./year-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("year"))("title") };
}

/** The year ahead of one ceiling. Amounts to try are in the address and nowhere else. */
export default async function Page({ searchParams }: Props) {
  const actor = await requireStaff("budget_holder", "auditor");
  const question = readQuestion(await searchParams);
  const ceilings = await dividedCeilings(actor);
  const asked = ceilings.find((ceiling) => question.ceiling && isSameCeiling(ceiling, question.ceiling));
  const ceiling = asked ?? ceilings[0] ?? notFound();
  return <YearPage ahead={await yearAhead(actor, ceiling)} ceilings={ceilings} question={question} />;
}
