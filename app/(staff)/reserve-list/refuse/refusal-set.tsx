import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { StateChange } from "@/components/cases/state-change";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { type Ceiling, ceilingKey } from "@/lib/budget/ceiling";
import type { Day } from "@/lib/dates";
import type { RefusedCase } from "@/lib/decisions/queries/refusal-set";
import { formatMoney } from "@/lib/money";
import { MOVES } from "@/lib/vocabulary/lifecycle";
import { refuseInBulkAction } from "../actions";

type Props = { ceiling: Ceiling; cases: readonly RefusedCase[]; digest: string; today: Day };

/** The refusals of one ceiling, and the button that makes them. */
export function RefusalSet({ ceiling, cases, digest, today }: Props) {
  const t = useTranslations("reserve");
  const bulk = useTranslations("decisions.bulkGrant");
  const name = useCeilingName()(ceiling);
  return (
    <Stack>
      <Heading level={2}>{name}</Heading>
      <Table
        stacks
        caption={`${name}: ${t("refuse.caption")}`}
        columns={[
          { key: "case", label: t("case") },
          { key: "employer", label: t("employer") },
          { key: "letter", label: bulk("letter") },
          { key: "requested", label: t("requested"), numeric: true },
        ]}
        rows={cases.map(({ id, reference, employer, requestedCents }) => ({
          id,
          case: <Link href={`/cases/${id}`}>{reference}</Link>,
          employer,
          letter: (
            <DownloadLink href={`/cases/${id}/decide/letter.pdf`}>
              {bulk("concept")}
              <span className="visually-hidden"> {reference}</span>
            </DownloadLink>
          ),
          requested: formatMoney(requestedCents),
        }))}
      />
      <StateChange from="proposed" to={MOVES.refuse.to} />
      <ActionForm
        action={refuseInBulkAction}
        values={{ ceiling: ceilingKey(ceiling), digest, shownOn: today }}
      >
        {t("refuse.confirm", { count: cases.length })}
      </ActionForm>
    </Stack>
  );
}
