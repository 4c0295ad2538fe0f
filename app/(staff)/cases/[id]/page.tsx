import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { ExampleBadge } from "@/components/applications/state-badge";
import { CaseChecks } from "@/components/cases/case-checks";
import { CaseState } from "@/components/cases/case-state";
import { Presence } from "@/components/cases/presence";
import { Shortcuts } from "@/components/cases/shortcuts";
import { LetterList } from "@/components/letters/letter-list";
import { Words } from "@/components/site/words";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { CASE_READERS } from "@/lib/actor";
import { besideCase } from "@/lib/cases/queries/case-sidebar";
import { changesSince } from "@/lib/cases/queries/changes-since";
import { listChoices } from "@/lib/cases/queries/list-choices";
import { type CaseCompletion, caseCompletions } from "@/lib/completion/queries/case-completion";
import {
  type CaseCorrespondence as Correspondence,
  caseCorrespondence,
} from "@/lib/correspondence/queries/case-correspondence";
import { grantEffect } from "@/lib/decisions/queries/budget-effect";
import { awardFor } from "@/lib/schemes/award";
import { keptNumber } from "@/lib/schemes/person-checks";
import { rulesFor } from "@/lib/schemes/rules";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import { CaseAnswers } from "./dossier/case-answers";
import { CaseCompletions } from "./dossier/case-completions";
import { CaseCorrespondence } from "./dossier/case-correspondence";
import { CaseDocuments } from "./dossier/case-documents";
import { CaseFacts } from "./dossier/case-facts";
import { CaseHistory } from "./dossier/case-history";
import { RelatedCases } from "./dossier/related-cases";
import { SinceLast } from "./dossier/since-last";
import { Intentions } from "./intend-refusal/intentions";
import { CaseNotes } from "./notes/case-notes";
import { openCase } from "./open-case";
import { CasePanel } from "./panel/case-panel";

type Props = { params: Promise<{ id: string }> };
type Opened = Awaited<ReturnType<typeof openCase>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openCase(params, ...CASE_READERS);
  return { title: `${view.reference} · ${view.organisation.legalName}` };
}

export default async function CasePage({ params }: Props) {
  const opened = await openCase(params, ...CASE_READERS);
  const { actor, view } = opened;
  const [grant, completions, correspondence, beside] = await Promise.all([
    grantOf(opened),
    caseCompletions(actor, view.id),
    caseCorrespondence(actor, view.id),
    besideOf(opened),
  ]);
  return (
    <Case
      {...opened}
      grant={grant}
      completions={completions}
      correspondence={correspondence}
      beside={beside}
    />
  );
}

/** Notes, related cases, colleagues, and changes since the last visit. */
async function besideOf({ actor, view, visit }: Opened) {
  const groupKvkNumbers = String(view.draft.stateAid?.groupKvkNumbers ?? "").match(/\b\d{8}\b/g) ?? [];
  const [notesAndRelated, { handlers }] = await Promise.all([
    besideCase(actor, view.id, groupKvkNumbers),
    listChoices(actor),
  ]);
  const changes = visit.before && (await changesSince(actor, view.id, visit.before));
  return { ...notesAndRelated, handlers, others: visit.others, changes };
}

/**
 * The award that can still be granted: the proposal, or else everything asked; none once it is decided or withdrawn.
 */
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
  beside: Awaited<ReturnType<typeof besideOf>>;
};

function Case({ actor, view, grant, completions, correspondence, beside }: CaseProps) {
  const t = useTranslations("staff.case");
  const keys = useTranslations("caseAids");
  const persons = useTranslations("persons");
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/cases">{t("back")}</BackLink>
        <div className="application-row__title">
          <Heading level={1}>{view.reference}</Heading>
          <CaseState state={view.state} />
          {view.isExample && <ExampleBadge />}
        </div>
        <Words namespaces={["caseAids"]}>
          <Presence
            caseId={view.id}
            others={beside.others.map(({ name, since }) => ({ name, since: since.toISOString() }))}
          />
        </Words>
        {beside.changes && <SinceLast view={view} changes={beside.changes} />}
      </Stack>
      <div className="case">
        <aside>
          <CasePanel
            view={view}
            actor={actor}
            grant={grant}
            completion={completions[0]}
            handlers={beside.handlers}
          />
        </aside>
        <div className="stack stack--loose">
          <CaseFacts view={view} />
          <section className="stack" aria-labelledby="checks">
            <Heading level={2} id="checks">
              {t("checks")}
            </Heading>
            <p className="text-quiet">{t("checksWhen")}</p>
            <CaseChecks checks={view.checks} />
            {keptNumber(rulesFor(view.rulesVersion), view) && (
              <p>
                <Link href={`/cases/${view.id}/persons`}>{persons("link")}</Link>
              </p>
            )}
          </section>
          <CaseCompletions view={view} completions={completions} />
          <CaseCorrespondence view={view} correspondence={correspondence} />
          <CaseDocuments view={view} />
          <CaseAnswers view={view} />
          <Intentions view={view} actor={actor} />
          {view.letters.length > 0 && (
            <section className="stack" aria-labelledby="letters">
              <Heading level={2} id="letters">
                {t("letters")}
              </Heading>
              <LetterList letters={view.letters} at={`/cases/${view.id}`} />
            </section>
          )}
          <CaseNotes caseId={view.id} notes={beside.notes} actor={actor} />
          <RelatedCases related={beside.related} />
          <CaseHistory view={view} />
          <div>
            <Words namespaces={["caseAids"]}>
              <Shortcuts
                shortcuts={[
                  { key: "v", label: keys("keyNext"), href: "#next-step" },
                  { key: "c", label: keys("keyChecks"), href: "#checks" },
                  { key: "a", label: keys("keyAnswers"), href: "#answers" },
                  { key: "n", label: keys("keyNotes"), href: "#notes" },
                  { key: "r", label: keys("keyRelated"), href: "#related" },
                  { key: "h", label: keys("keyHistory"), href: "#history" },
                  { key: "l", label: keys("keyList"), href: "/cases" },
                ]}
              />
            </Words>
          </div>
        </div>
      </div>
    </Stack>
  );
}
