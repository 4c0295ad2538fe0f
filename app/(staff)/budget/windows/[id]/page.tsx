import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { requireStaff } from "@/lib/auth/session";
import { ceilingKey, ceilingOf } from "@/lib/budget/ceiling";
import { divisibleCeilings } from "@/lib/windows/queries/divisible-ceilings";
import { onePlan } from "@/lib/windows/queries/window-plans";
import { PlanPage } from "../plan-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("windows"))("form.editTitle") };
}

/** The form of a draft; proposed and published plans are only on the list. */
export default async function WindowPlanPage({ params }: Props) {
  const actor = await requireStaff("budget_holder");
  const plan = await onePlan(actor, idOrNotFound((await params).id));
  if (plan?.state !== "draft") return notFound();
  const t = await getTranslations("windows");
  const { id, revision, scheme, opensOn, closesOn, distribution, decisionWeeks, rulesVersion } = plan;
  const { publication, publishedOn, termFrom, reserveUntil } = plan;
  return (
    <PlanPage
      title={t("form.editTitle")}
      ceilings={await divisibleCeilings(actor)}
      defaults={{
        ...{ planId: id, revision: String(revision), scheme, opensOn, closesOn, distribution, rulesVersion },
        dividedCeiling: ceilingKey(ceilingOf(plan)),
        ...{ termFrom, reserveUntil: reserveUntil ?? "" },
        ...{ decisionWeeks: String(decisionWeeks), publication, publishedOn },
      }}
    />
  );
}
