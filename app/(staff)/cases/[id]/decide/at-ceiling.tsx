import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { type Cents, formatMoney } from "@/lib/money";

type Props = { applicationId: string; part: Cents | undefined };

/**
 * The acts of a decider when not all fits: a partial award, or else the reserve list; each with a preview of its
 * letter.
 */
export function AtCeiling({ applicationId, part }: Props) {
  const t = useTranslations("staff.decide");
  const base = `/cases/${applicationId}/decide`;
  return (
    <section className="stack" aria-labelledby="at-ceiling">
      <Heading level={2} id="at-ceiling">
        {t("ceilingTitle")}
      </Heading>
      {part !== undefined && part > 0 ? (
        <>
          <p>{t("partialAward", { amount: formatMoney(part) })}</p>
          <ButtonLink href={`${base}/part`}>{t("seePart")}</ButtonLink>
        </>
      ) : null}
      <p>{t("reserveText")}</p>
      <p>
        <Link href={`${base}/reserve`}>{t("seeReserve")}</Link>
      </p>
    </section>
  );
}
