import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { publishedDraws } from "@/lib/order/queries/published-draws";
import { publishedGrants } from "@/lib/publication/queries/published-grants";
import { OpenDataPage } from "./open-data-page";

type Props = { searchParams: Promise<{ voor?: string | string[] }> };

const PAGE_SIZE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publication"))("title") };
}

export default async function Page({ searchParams }: Props) {
  const { voor } = await searchParams;
  const before = typeof voor === "string" && /^\d{1,15}$/.test(voor) ? Number(voor) : undefined;
  const [grants, draws] = await Promise.all([publishedGrants({ before }, PAGE_SIZE + 1), publishedDraws()]);
  const shown = grants.slice(0, PAGE_SIZE);
  const next = grants.length > PAGE_SIZE ? shown.at(-1)?.caseNumber : undefined;
  return <OpenDataPage grants={shown} next={next} isFirst={before === undefined} draws={draws} />;
}
