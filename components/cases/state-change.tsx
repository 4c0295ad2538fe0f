import { useTranslations } from "next-intl";
import type { State } from "@/lib/vocabulary/lifecycle";
import { CaseState } from "./case-state";

type Props = { from: State; to?: State };

/** What becomes of the state of a case when it is confirmed; the same state when nothing does. */
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
