import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/applications/state-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { State } from "@/lib/vocabulary/lifecycle";

/** Where a case stands, for officials: an employer is not told that there is a proposal, and we wait for the employer. */
export function CaseState({ state }: { state: State }) {
  const t = useTranslations("staff.states");
  switch (state) {
    case "proposed":
      return <StatusBadge tone="warning">{t(state)}</StatusBadge>;
    case "completion_requested":
    case "refusal_intended":
      return <StatusBadge tone="info">{t(state)}</StatusBadge>;
    default:
      return <StateBadge state={state} />;
  }
}
