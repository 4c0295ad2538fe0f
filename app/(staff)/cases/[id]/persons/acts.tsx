import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Heading } from "@/components/ui/heading";
import type { PersonOfCase } from "@/lib/person-checks/queries/persons-of-case";
import { PERSON_CHECKS } from "@/lib/vocabulary/person-checks";
import { askAuthorityAction } from "./actions";
import { NumberForm, OutcomeForm } from "./person-forms";

type Props = { applicationId: string; person: PersonOfCase; canAsk: boolean };

/** Asking the authorities, entering what they said elsewhere, and seeing the number. */
export function Acts({ applicationId, person, canAsk }: Props) {
  const t = useTranslations("persons");
  const isKept = person.destroyOn !== null && person.destroyedAt === null;
  const trajectory = String(person.number);
  return (
    <>
      {isKept && canAsk && (
        <section className="stack" aria-labelledby="ask">
          <Heading level={2} id="ask">
            {t("ask")}
          </Heading>
          <p>{t("askText")}</p>
          {PERSON_CHECKS.map((kind) => (
            <ActionForm key={kind} action={askAuthorityAction} values={{ applicationId, trajectory, kind }}>
              {t(`askAbout.${kind}`)}
            </ActionForm>
          ))}
        </section>
      )}
      <section className="stack" aria-labelledby="by-hand">
        <Heading level={2} id="by-hand">
          {t("byHand")}
        </Heading>
        <p>{t(canAsk ? "byHandText" : "byHandOnly")}</p>
        <OutcomeForm
          key={person.checks.length}
          applicationId={applicationId}
          trajectory={trajectory}
          submit={t("record")}
        />
      </section>
      {isKept && (
        <section className="stack" aria-labelledby="show">
          <Heading level={2} id="show">
            {t("show")}
          </Heading>
          <p>{t("showText")}</p>
          <NumberForm applicationId={applicationId} trajectory={trajectory} submit={t("showButton")} />
        </section>
      )}
    </>
  );
}
