import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/applications/state-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { State } from "@/lib/vocabulary/lifecycle";

/** The state of a case in words for officials; an employer does not see that there is a proposal. */
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
