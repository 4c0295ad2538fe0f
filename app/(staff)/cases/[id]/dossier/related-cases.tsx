import { useTranslations } from "next-intl";
import { CaseState } from "@/components/cases/case-state";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { Related } from "@/lib/cases/queries/case-sidebar";
import { cents, formatMoney, sumCents } from "@/lib/money";

/** Applications that share an employer, a person, an account or a group with this one, and nothing more about them. */
export function RelatedCases({ related }: { related: readonly Related[] }) {
  const t = useTranslations("staff.beside");
  const schemes = useTranslations("schemes");
  const ofGroup = related.filter(({ relations }) =>
    relations.some((it) => it === "employer" || it === "group"),
  );
  const groupCents = sumCents(ofGroup.map(({ awardedCents }) => awardedCents ?? cents(0)));
  return (
    <section className="stack" aria-labelledby="related">
      <Heading level={2} id="related">
        {t("related")}
      </Heading>
      {groupCents > 0 && <p>{t("groupAid", { amount: formatMoney(groupCents) })}</p>}
      {related.length === 0 ? (
        <p>{t("relatedNone")}</p>
      ) : (
        <Table
          caption={t("relatedCaption")}
          columns={[
            { key: "reference", label: t("reference") },
            { key: "relation", label: t("relation") },
            { key: "state", label: t("state") },
            { key: "awarded", label: t("awarded"), numeric: true },
          ]}
          rows={related.map((it) => ({
            id: it.id,
            reference: (
              <>
                <Link href={`/cases/${it.id}`}>{it.reference}</Link>
                <br />
                {schemes(`${it.scheme}.name`)} {it.year}
              </>
            ),
            relation: it.relations.map((relation) => t(`relations.${relation}`)).join(", "),
            state: <CaseState state={it.state} />,
            awarded: it.awardedCents === null ? "–" : formatMoney(it.awardedCents),
          }))}
        />
      )}
    </section>
  );
}
