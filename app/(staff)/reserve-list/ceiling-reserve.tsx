import { useTranslations } from "next-intl";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { CaseLink } from "@/components/cases/case-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table } from "@/components/ui/table";
import type { StaffRole } from "@/lib/actor";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { ReserveList } from "@/lib/order/queries/reserve-list";
import { ReserveEnd } from "./reserve-end";

type Props = { list: ReserveList; opensCases: boolean; roles: readonly StaffRole[] };

/** Of one ceiling: its reserve list in order, its end, and the grants from released money. */
export function CeilingReserve({ list, opensCases, roles }: Props) {
  const { ceiling, freeCents, waiting, flows } = list;
  const t = useTranslations("reserve");
  const name = useCeilingName()(ceiling);
  const format = useFormats();
  return (
    <Stack>
      <Heading level={2}>{name}</Heading>
      {freeCents !== null && <Paragraph>{t("free", { free: formatMoney(freeCents) })}</Paragraph>}
      {waiting.length === 0 ? (
        <Paragraph>{t("none")}</Paragraph>
      ) : (
        <Table
          stacks
          caption={`${name}: ${t("title").toLowerCase()}`}
          columns={[
            { key: "place", label: t("place"), numeric: true },
            { key: "case", label: t("case") },
            { key: "employer", label: t("employer") },
            { key: "rankDay", label: t("rankDay") },
            { key: "lot", label: t("lot"), numeric: true },
            { key: "until", label: t("until") },
            { key: "requested", label: t("requested"), numeric: true },
          ]}
          rows={waiting.map((row, place) => ({
            id: row.id,
            place: place + 1,
            case: (
              <>
                <CaseLink id={row.id} opens={opensCases}>
                  {row.reference}
                </CaseLink>{" "}
                {place === 0 && <StatusBadge tone="info">{t("first")}</StatusBadge>}
              </>
            ),
            employer: row.employer,
            rankDay: format.day(row.rankDay),
            lot: row.lot ?? t("noLot"),
            until: row.waits ? t("waits") : format.day(row.endsOn),
            requested: formatMoney(row.requestedCents),
          }))}
        />
      )}
      <ReserveEnd list={list} roles={roles} />
      <Refused list={list} name={name} opensCases={opensCases} />
      <Heading level={3}>{t("flow")}</Heading>
      <Paragraph>{flows.length === 0 ? t("noFlow") : t("flowText")}</Paragraph>
      {flows.length > 0 && (
        <Table
          stacks
          caption={`${name}: ${t("flow").toLowerCase()}`}
          columns={[
            { key: "from", label: t("from") },
            { key: "amount", label: t("released"), numeric: true },
            { key: "went", label: t("went") },
            { key: "left", label: t("left"), numeric: true },
          ]}
          rows={flows.map((flow) => ({
            id: flow.id,
            from: (
              <CaseLink id={flow.applicationId} opens={opensCases}>
                {flow.reference}
              </CaseLink>
            ),
            amount: formatMoney(flow.amountCents),
            went: (
              <ul>
                {flow.portions.map(({ applicationId, reference, amountCents }) => (
                  <li key={applicationId}>
                    <CaseLink id={applicationId} opens={opensCases}>
                      {t("portion", { amount: formatMoney(amountCents), reference })}
                    </CaseLink>
                  </li>
                ))}
              </ul>
            ),
            left: formatMoney(flow.leftCents),
          }))}
        />
      )}
    </Stack>
  );
}

/** Applications refused because the money had run out, which have priority when money is released. */
function Refused({ list, name, opensCases }: { list: ReserveList; name: string; opensCases: boolean }) {
  const t = useTranslations("reserve");
  const format = useFormats();
  if (list.refused.length === 0) return null;
  return (
    <>
      <Heading level={3}>{t("refusedTitle")}</Heading>
      <Paragraph>{t("refusedText")}</Paragraph>
      <Table
        stacks
        caption={`${name}: ${t("refusedTitle").toLowerCase()}`}
        columns={[
          { key: "case", label: t("case") },
          { key: "employer", label: t("employer") },
          { key: "rankDay", label: t("rankDay") },
          { key: "lot", label: t("lot"), numeric: true },
          { key: "requested", label: t("requested"), numeric: true },
        ]}
        rows={list.refused.map((row) => ({
          id: row.id,
          case: (
            <CaseLink id={row.id} opens={opensCases}>
              {row.reference}
            </CaseLink>
          ),
          employer: row.employer,
          rankDay: format.day(row.rankDay),
          lot: row.lot ?? t("noLot"),
          requested: formatMoney(row.requestedCents),
        }))}
      />
    </>
  );
}
