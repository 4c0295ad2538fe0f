import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Heading } from "@/components/ui/heading";
import { type Cents, formatMoney } from "@/lib/money";
import { grantWhatFitsAction, reserveAction } from "../actions";

type Props = { applicationId: string; version: number; part: Cents | undefined };

/** What a decider can do when not all fits: grant what does, or else the reserve list. */
export function AtCeiling({ applicationId, version, part }: Props) {
  const t = useTranslations("staff.decide");
  const values = { applicationId, version: String(version) };
  return (
    <section className="stack" aria-labelledby="at-ceiling">
      <Heading level={2} id="at-ceiling">
        {t("ceilingTitle")}
      </Heading>
      {part !== undefined && part > 0 ? (
        <>
          <p>{t("whatFits", { amount: formatMoney(part) })}</p>
          <ActionForm action={grantWhatFitsAction} values={values}>
            {t("grantWhatFits")}
          </ActionForm>
        </>
      ) : null}
      <p>{t("reserveText")}</p>
      <ActionForm action={reserveAction} values={values} variant="secondary">
        {t("reserve")}
      </ActionForm>
    </section>
  );
}
