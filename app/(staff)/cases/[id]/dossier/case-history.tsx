import { useTranslations } from "next-intl";
import { ManualChecksBy } from "@/components/cases/manual-checks";
import { Heading } from "@/components/ui/heading";
import { Steps } from "@/components/ui/steps";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { STATED_GROUNDS, type StatedGround } from "@/lib/vocabulary/grounds";

type EventKey = Parameters<ReturnType<typeof useTranslations<"staff.events">>>[0];

/** The events of the case, with its proposals and the reasons of returns. */
export function CaseHistory({ view }: { view: CaseView }) {
  const t = useTranslations("staff");
  const format = useFormats();
  const event = useTranslations("staff.events");
  const ground = useTranslations("form.grounds.options");
  return (
    <section className="stack" aria-labelledby="history">
      <Heading level={2} id="history">
        {t("case.history")}
      </Heading>
      <Steps
        items={view.history.map(({ type, at, by, actorKind, byMandate }) => ({
          title: event(type.replaceAll(".", "_") as EventKey),
          when: format.moment(at),
          text: !by
            ? undefined
            : byMandate
              ? t("case.byMandate", { name: by, organisation: view.organisation.legalName })
              : actorKind === "staff" && t("case.by", { name: by }),
          state: "done",
        }))}
      />
      {view.proposals.length > 0 && (
        <Heading level={3} id="proposals">
          {t("case.proposals")}
        </Heading>
      )}
      {view.proposals.map((proposal) => (
        <div key={proposal.id} className="card stack stack--tight">
          <p>
            <strong>
              {t("case.proposedBy", {
                name: proposal.proposedByName,
                moment: format.moment(proposal.proposedAt),
              })}
            </strong>
          </p>
          <p>
            {t(`outcomes.${proposal.outcome}`)} · {formatMoney(proposal.amountCents)}
          </p>
          {proposal.grounds.length > 0 && (
            <p>
              {(proposal.grounds as StatedGround[])
                .map((code) => `${ground(code)} (${STATED_GROUNDS[code]})`)
                .join("; ")}
            </p>
          )}
          <ManualChecksBy name={proposal.proposedByName} manualChecks={proposal.manualChecks} />
          {proposal.explanation && <p className="pre-line">{proposal.explanation}</p>}
          {proposal.returnedAt && (
            <>
              <p>
                <strong>
                  {t("case.returned", {
                    name: proposal.returnedByName ?? "",
                    moment: format.moment(proposal.returnedAt),
                  })}
                </strong>
              </p>
              <p className="pre-line">{proposal.returnReason}</p>
            </>
          )}
        </div>
      ))}
    </section>
  );
}
