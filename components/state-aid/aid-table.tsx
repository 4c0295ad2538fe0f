import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { typedRows } from "@/lib/answers/aid-rows";
import { isDay } from "@/lib/day";
import type { RawSection } from "@/lib/form-state";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney, parseMoney } from "@/lib/money";
import { AID_REGULATIONS } from "@/lib/state-aid/regulations";

/** The typed list of state aid, a row per grant; nothing when there is none. */
export function AidTable({ answers }: { answers: RawSection }) {
  const t = useTranslations("stateAid");
  const form = useTranslations("form.aid");
  const format = useFormats();
  const rows = answers.aidReceived === "yes" ? typedRows(answers) : [];
  if (rows.length === 0) return null;
  const amount = (typed: string) => {
    const cents = parseMoney(typed);
    return cents === undefined ? typed : formatMoney(cents);
  };
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "grantor", label: form("grantor.label") },
        { key: "grantedOn", label: form("grantedOn.label") },
        { key: "regulation", label: form("regulation.label") },
        { key: "kvkNumber", label: form("kvkNumber.label") },
        { key: "amount", label: form("amount.label"), numeric: true },
      ]}
      rows={rows.map(({ place, row }) => {
        const { grantedOn = "", grantor, amount: typed = "", regulation, kvkNumber } = row;
        const chosen = AID_REGULATIONS.find((name) => name === regulation) ?? "general";
        return {
          id: `${place}`,
          grantor,
          grantedOn: isDay(grantedOn) ? format.day(grantedOn) : grantedOn,
          regulation: form(`regulation.options.${chosen}`),
          kvkNumber: kvkNumber || t("self"),
          amount: amount(typed),
        };
      })}
    />
  );
}
