import { useTranslations } from "next-intl";
import type { State } from "@/lib/vocabulary/lifecycle";
import { CaseState } from "./case-state";

type Props = { from: State; to?: State };

/** The state of a case after confirming; the same state when it does not change. */
export function StateChange({ from, to }: Props) {
  const t = useTranslations("decisions.preview");
  return (
    <p className="state-change">
      <span>{t(to ? "from" : "stays")}</span> <CaseState state={from} />
      {to && (
        <>
          <span>{t("becomes")}</span> <CaseState state={to} />
        </>
      )}
    </p>
  );
}
