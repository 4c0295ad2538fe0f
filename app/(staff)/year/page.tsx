import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireStaff } from "@/lib/auth/session";
import { yearAhead } from "@/lib/forecast/queries/year-ahead";
import { readQuestion } from "@/lib/forecast/question";
import { YearPage } from "./year-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("year"))("title") };
}

/** The year ahead of one scheme. Whatever is tried here is in the address and nowhere else. */
export default async function Page({ searchParams }: Props) {
  const actor = await requireStaff("budget_holder", "auditor");
  const question = readQuestion(await searchParams);
  return <YearPage ahead={await yearAhead(actor, question.scheme)} question={question} />;
}
