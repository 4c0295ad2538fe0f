import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireStaff } from "@/lib/auth/session";
import { divisibleCeilings } from "@/lib/windows/queries/divisible-ceilings";
import { PlanPage } from "../plan-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("windows"))("form.newTitle") };
}

/** Thirteen weeks to decide, as in the windows of SOWIS. */
const DEFAULTS = { decisionWeeks: "13", termFrom: "usual" };

export default async function NewWindowPage() {
  const actor = await requireStaff("budget_holder");
  const t = await getTranslations("windows");
  const ceilings = await divisibleCeilings(actor);
  return <PlanPage title={t("form.newTitle")} defaults={DEFAULTS} ceilings={ceilings} />;
}
