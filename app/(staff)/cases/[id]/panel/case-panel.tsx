import { useTranslations } from "next-intl";
import { BudgetEffectBrief } from "@/components/cases/budget-effect-brief";
import { ChecksBrief } from "@/components/cases/case-checks";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import type { CaseCompletion } from "@/lib/completion/queries/case-completion";
import type { GrantEffect } from "@/lib/decisions/queries/budget-effect";
import { formatMoney } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal } from "@/lib/schemes/award";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { CompletionStep } from "../completion/completion-step";
import { HandlerBox } from "../handler/handler-box";
import { CaseTerm } from "./case-term";
import { NextStep } from "./next-step";

type Props = {
  view: CaseView;
  actor: Staff;
  /** The newest request to complete. */
  completion: CaseCompletion | undefined;
  /** Colleagues who could be the handler. */
  handlers: readonly { id: string; name: string }[];
  /** The possible award and its effect; absent once there is nothing to decide. */
  grant?: { award: AwardLine[]; effect: GrantEffect; isProposed: boolean };
};

/** The panel beside a case: the next step, the checks in brief and the effect on the budget. */
export function CasePanel({ view, actor, completion, handlers, grant }: Props) {
  const t = useTranslations("staff.case");
  return (
    <div className="case-panel stack">
      <NextStep view={view} actor={actor}>
        <CompletionStep view={view} actor={actor} newest={completion} />
      </NextStep>
      <CaseTerm view={view} actor={actor} />
      <HandlerBox view={view} actor={actor} handlers={handlers} />
      <div className="stack stack--tight">
        <Heading level={2} looksLike={4}>
          {t("checksInBrief")}
        </Heading>
        <ChecksBrief checks={view.checks} />
        <p>
          <Link href="#checks">{t("checksAll")}</Link>
        </p>
      </div>
      {grant && (
        <section className="stack stack--tight" aria-labelledby="effect">
          <Heading level={2} id="effect" looksLike={4}>
            {t("effect", { year: String(grant.effect.year) })}
          </Heading>
          <p>
            {t(grant.isProposed ? "effectOfProposal" : "effectOf", {
              amount: formatMoney(awardTotal(grant.award)),
            })}
          </p>
          <BudgetEffectBrief effect={grant.effect} />
        </section>
      )}
    </div>
  );
}
