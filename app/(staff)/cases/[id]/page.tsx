import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { ExampleBadge } from "@/components/applications/state-badge";
import { CaseChecks } from "@/components/cases/case-checks";
import { CaseState } from "@/components/cases/case-state";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { type CaseCompletion, caseCompletions } from "@/lib/completion/queries/case-completion";
import {
  type CaseCorrespondence as Correspondence,
  caseCorrespondence,
} from "@/lib/correspondence/queries/case-correspondence";
import { grantEffect } from "@/lib/decisions/queries/budget-effect";
import { isUndecided } from "@/lib/decisions/undecided";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { CaseAnswers } from "./case-answers";
import { CaseCompletions } from "./case-completions";
import { CaseCorrespondence } from "./case-correspondence";
import { CaseDocuments } from "./case-documents";
import { CaseFacts } from "./case-facts";
import { CaseHistory } from "./case-history";
import { CasePanel } from "./case-panel";
import { openCase } from "./open-case";

type Props = { params: Promise<{ id: string }> };
type Opened = Awaited<ReturnType<typeof openCase>>;

const READERS = ["reviewer", "decider", "auditor"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openCase(params, ...READERS);
  return { title: `${view.reference} · ${view.organisation.legalName}` };
}

export default async function CasePage({ params }: Props) {
  const opened = await openCase(params, ...READERS);
  const { actor, view } = opened;
  const [grant, completions, correspondence] = await Promise.all([
    grantOf(opened),
    caseCompletions(actor, view.id),
    caseCorrespondence(actor, view.id),
  ]);
  return <Case {...opened} grant={grant} completions={completions} correspondence={correspondence} />;
}

/** What can still be granted: what is proposed, or else all that was asked; nothing once it is decided or withdrawn. */
async function grantOf({ actor, view }: Opened) {
  if (!isUndecided(view.state)) return undefined;
  const proposal = view.state === "proposed" ? view.proposals[0] : undefined;
  const award = proposal?.lines ?? awardFor(rulesFor(view.rulesVersion), view.requested);
  const effect = await grantEffect(actor, view, award);
  return { award, effect, isProposed: proposal !== undefined };
}

type CaseProps = Opened & {
  grant: Awaited<ReturnType<typeof grantOf>>;
  completions: readonly CaseCompletion[];
  correspondence: Correspondence;
};

function Case({ actor, view, grant, completions, correspondence }: CaseProps) {
  const t = useTranslations("staff.case");
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/cases">{t("back")}</BackLink>
        <div className="application-row__title">
          <Heading level={1}>{view.reference}</Heading>
          <CaseState state={view.state} />
          {view.isExample && <ExampleBadge />}
        </div>
      </Stack>
      <div className="case">
        <aside>
          <CasePanel view={view} actor={actor} grant={grant} completion={completions[0]} />
        </aside>
        <div className="stack stack--loose">
          <CaseFacts view={view} />
          <section className="stack" aria-labelledby="checks">
            <Heading level={2} id="checks">
              {t("checks")}
            </Heading>
            <p className="text-quiet">{t("checksWhen")}</p>
            <CaseChecks checks={view.checks} />
          </section>
          <CaseCompletions view={view} completions={completions} />
          <CaseCorrespondence view={view} correspondence={correspondence} />
          <CaseDocuments view={view} />
          <CaseAnswers view={view} />
          <CaseHistory view={view} />
        </div>
      </div>
    </Stack>
  );
}
