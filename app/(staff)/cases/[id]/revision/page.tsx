import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/applications/action-form";
import { StateChange } from "@/components/cases/state-change";
import { LetterView } from "@/components/letters/letter-view";
import { BackLink } from "@/components/ui/back-link";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { previewDecision } from "@/lib/letters/queries/preview-decision";
import { cents, formatMoney } from "@/lib/money";
import { can, MOVES } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";
import { confirmRevisionAction } from "./actions";
import { openRevision } from "./open-revision";
import { RejectForm } from "./reject-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("revision"), openCase(params, "decider")]);
  return { title: t("title", { reference: view.reference }) };
}

/** The changes of a revision, the preview of its letter, and the buttons. */
export default async function ConfirmRevisionPage({ params }: Props) {
  const { actor, view } = await openCase(params, "decider");
  const { id, reference, state, version } = view;
  const open = openRevision(view);
  const may = open && open.proposal.proposedBy !== actor.personId && can(open.move, state, actor.roles);
  const preview = may ? await previewDecision(actor, id) : undefined;
  if (!open || !preview) return redirect(`/cases/${id}`);
  const { proposal, revision, move } = open;
  const [t, words] = await Promise.all([getTranslations("revision"), getTranslations("staff.decide")]);
  const { proposalId, letter } = preview;
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t("title", { reference })}</Heading>
        <p>
          {t("proposed", {
            name: proposal.proposedByName,
            kind: revision,
            from: formatMoney(view.awardedCents ?? cents(0)),
            to: formatMoney(proposal.amountCents),
          })}
        </p>
        <StateChange from={state} to={MOVES[move].to} />
      </Stack>
      <section className="stack" aria-labelledby="preview">
        <Heading level={2} id="preview">
          {words("preview")}
        </Heading>
        <p>
          {words("previewText")}{" "}
          <DownloadLink href={`/cases/${id}/decide/letter.pdf`}>{words("previewPdf")}</DownloadLink>
        </p>
        <LetterView letter={letter} level={3} />
      </section>
      <section className="stack" aria-labelledby="confirm">
        <Heading level={2} id="confirm">
          {words("confirmTitle")}
        </Heading>
        <p>{t("confirmText", { kind: revision })}</p>
        <ActionForm
          action={confirmRevisionAction}
          values={{ applicationId: id, version: String(version), proposalId, shownOn: view.today }}
        >
          {t("confirm")}
        </ActionForm>
      </section>
      <section className="stack" aria-labelledby="return">
        <Heading level={2} id="return">
          {words("returnTitle")}
        </Heading>
        <RejectForm applicationId={id} version={version} proposalId={proposalId} submit={t("reject")} />
      </section>
    </Stack>
  );
}
