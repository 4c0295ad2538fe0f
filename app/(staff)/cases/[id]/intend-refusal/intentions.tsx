import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import { isOpen } from "@/lib/decisions/hearing";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { STATED_GROUNDS, type StatedGround } from "@/lib/vocabulary/grounds";
import { can } from "@/lib/vocabulary/lifecycle";
import { lapseResponseAction } from "./actions";

type Props = { view: CaseView; actor: Staff };

/** Intentions with their responses; and the buttons to send one, or to continue after its last day. */
export function Intentions({ view, actor }: Props) {
  const t = useTranslations("decisions.intend");
  const lowering = useTranslations("decisions.lowering");
  const ground = useTranslations("form.grounds.options");
  const format = useFormats();
  if (view.intentions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="intentions">
      <Heading level={2} id="intentions">
        {t("heading")}
      </Heading>
      {view.intentions.map((intention) => (
        <div key={intention.id} className="card stack stack--tight">
          <p>
            <strong>
              {t(intention.kind === "refusal" ? "sent" : "sentLowering", {
                moment: format.moment(intention.intendedAt),
              })}
            </strong>
          </p>
          <Bullets
            items={(intention.grounds as StatedGround[]).map(
              (code) => `${ground(code)} (${STATED_GROUNDS[code]})`,
            )}
          />
          {intention.kept && (
            <p>
              {lowering("stays", {
                count: intention.kept.length,
                numbers: format.allOf(intention.kept.map(stays)),
              })}
            </p>
          )}
          <p className="pre-line">{intention.explanation}</p>
          {intention.respondedAt && (
            <>
              <p>
                <strong>{t("response", { moment: format.moment(intention.respondedAt) })}</strong>
              </p>
              <p className="pre-line">{intention.response}</p>
            </>
          )}
          {intention.lapsedAt && <p>{t("noResponse")}</p>}
          {intention.droppedAt && (
            <p>{lowering("dropped", { moment: format.moment(intention.droppedAt) })}</p>
          )}
        </div>
      ))}
      <Due view={view} actor={actor} />
    </section>
  );
}

/** The last day to respond; after it the button to continue. */
function Due({ view, actor }: Props) {
  const t = useTranslations("decisions.intend");
  const format = useFormats();
  const open = view.intentions.find(isOpen);
  if (!open || view.state !== "refusal_intended") return null;
  const day = format.day(open.untilOn);
  if (view.today <= open.untilOn) return <p>{t("waiting", { day })}</p>;
  if (!can("lapse", view.state, actor.roles)) return <p>{t("lapseText", { day })}</p>;
  return (
    <>
      <p>{t("lapseText", { day })}</p>
      <ActionForm
        action={lapseResponseAction}
        values={{ applicationId: view.id, version: String(view.version) }}
      >
        {t("lapse")}
      </ActionForm>
    </>
  );
}

/** Beside the proposal form: the link to an intended refusal. */
export function IntendLink({ view, actor }: Props) {
  const t = useTranslations("decisions.intend");
  if (!can("intend_refusal", view.state, actor.roles)) return null;
  return (
    <p>
      <Link href={`/cases/${view.id}/intend-refusal`}>{t("link")}</Link>
    </p>
  );
}

const stays = ({ trajectory, amountCents }: TrajectoryAmount) =>
  `${trajectory} (${formatMoney(amountCents)})`;
