import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/applications/action-form";
import { BudgetEffect } from "@/components/cases/budget-effect";
import { ManualChecksBy } from "@/components/cases/manual-checks";
import { StateChange } from "@/components/cases/state-change";
import { LetterView } from "@/components/letters/letter-view";
import { BackLink } from "@/components/ui/back-link";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { grantEffect } from "@/lib/decisions/queries/budget-effect";
import { previewDecision } from "@/lib/letters/queries/preview-decision";
import { formatMoney } from "@/lib/money";
import { MOVES } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";
import { decideAction } from "./actions";
import { AtCeiling } from "./at-ceiling";
import { openToDecide } from "./open-to-decide";
import { ReturnForm } from "./return-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("staff.decide"), openCase(params, "decider")]);
  return { title: t("title", { reference: view.reference }) };
}

/** The change of state, the preview of the letter, the effect on the budget, and the button. */
export default async function DecidePage({ params }: Props) {
  const { actor, view, proposal } = await openToDecide(params);
  const { id } = view;
  const [t, words, schemes, effect, preview] = await Promise.all([
    getTranslations("staff.decide"),
    getTranslations("staff"),
    getTranslations("schemes"),
    grantEffect(actor, view, proposal.lines),
    previewDecision(actor, id),
  ]);
  const ties = proposal.lines.length > 0;
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{view.reference}</BackLink>
        <Heading level={1}>{t("title", { reference: view.reference })}</Heading>
        <p>
          {view.organisation.legalName} · {schemes(`${view.scheme}.name`)}
        </p>
        <p>
          {t("proposal", {
            name: proposal.proposedByName,
            outcome: words(`outcomes.${proposal.outcome}`),
            amount: formatMoney(proposal.amountCents),
          })}
        </p>
        <ManualChecksBy name={proposal.proposedByName} manualChecks={proposal.manualChecks} />
        <StateChange from={view.state} to={MOVES[proposal.outcome].to} />
      </Stack>
      {preview && (
        <section className="stack" aria-labelledby="preview">
          <Heading level={2} id="preview">
            {t("preview")}
          </Heading>
          <p>
            {t("previewText")}{" "}
            <DownloadLink href={`/cases/${id}/decide/letter.pdf`}>{t("previewPdf")}</DownloadLink>
          </p>
          <LetterView letter={preview.letter} level={3} />
        </section>
      )}
      {ties && (
        <section className="stack" aria-labelledby="effect">
          <Heading level={2} id="effect">
            {words("case.effect", { year: String(effect.year) })}
          </Heading>
          <BudgetEffect effect={effect} />
        </section>
      )}
      {!(ties && effect.refusal) && (
        <section className="stack" aria-labelledby="confirm">
          <Heading level={2} id="confirm">
            {t("confirmTitle")}
          </Heading>
          <p>{t(ties ? "confirmText" : "confirmRefusal")}</p>
          <ActionForm
            action={decideAction}
            values={{ applicationId: id, version: String(view.version), shownOn: view.today }}
          >
            {t("confirm")}
          </ActionForm>
        </section>
      )}
      {effect.refusal && <AtCeiling applicationId={id} part={effect.part} />}
      <section className="stack" aria-labelledby="return">
        <Heading level={2} id="return">
          {t("returnTitle")}
        </Heading>
        <ReturnForm applicationId={id} version={view.version} submit={t("return")} />
      </section>
    </Stack>
  );
}
