import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import type { PartState } from "@/lib/answers/draft";
import type { State } from "@/lib/vocabulary/lifecycle";

const TONES = {
  draft: "warning",
  submitted: "info",
  completion_requested: "warning",
  in_review: "info",
  refusal_intended: "warning",
  proposed: "info",
  reserve_list: "info",
  granted: "ok",
  partly_granted: "ok",
  refused: "error",
  not_treated: "error",
  lowered: "ok",
  withdrawn: "neutral",
} satisfies Record<State, Tone>;

export function StateBadge({ state }: { state: State }) {
  const t = useTranslations("applications.states");
  return <StatusBadge tone={TONES[state]}>{t(state)}</StatusBadge>;
}

const PART_TONES = { todo: "neutral", started: "info", done: "ok" } satisfies Record<PartState, Tone>;

export function PartBadge({ state }: { state: PartState }) {
  const t = useTranslations("applications.partStates");
  return <StatusBadge tone={PART_TONES[state]}>{t(state)}</StatusBadge>;
}

/** Marks an example window. */
export function ExampleBadge() {
  const t = useTranslations("applications");
  return <StatusBadge tone="neutral">{t("example")}</StatusBadge>;
}
