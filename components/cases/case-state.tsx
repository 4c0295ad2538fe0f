import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/applications/state-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { State } from "@/lib/applications/lifecycle";

/** Where a case stands, for officials: an employer is not told that there is a proposal. */
export function CaseState({ state }: { state: State }) {
  const t = useTranslations("staff.states");
  return state === "proposed" ? (
    <StatusBadge tone="warning">{t("proposed")}</StatusBadge>
  ) : (
    <StateBadge state={state} />
  );
}
