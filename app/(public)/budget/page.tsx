import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/lib/auth/session";
import { budgetOverview } from "@/lib/budget/queries/budget-overview";
import { resolutions } from "@/lib/budget/queries/resolutions";
import { schemeOverview } from "@/lib/budget/queries/scheme-overview";
import { BudgetPage } from "./budget-page";
import "./budget.css";

/** First and last year of the printed table; a later year is added when it has begun. */
const PRINTED = { from: 2025, until: 2030 };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("budget"))("title") };
}

export default async function Page() {
  const [schemes, actor, resolved] = await Promise.all([schemeOverview(), currentActor(), resolutions()]);
  const lastYear = Math.max(PRINTED.until, ...schemes.map(({ ceiling }) => ceiling.year));
  const overview = await budgetOverview(PRINTED.from, lastYear);
  const roles = actor.kind === "staff" ? actor.roles : undefined;
  return <BudgetPage overview={overview} schemes={schemes} resolved={resolved} roles={roles} />;
}
