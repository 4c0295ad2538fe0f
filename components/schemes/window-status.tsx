import { useTranslations } from "next-intl";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Distribution } from "@/lib/vocabulary/distribution";
import { type WindowPhase, windowPhase } from "@/lib/windows/phase";

type Window = { opensAt: Date; closesAt: Date; distribution: Distribution; isExample: boolean };
type Props = { window: Window | null; now: Date };

const TONES = { open: "ok", upcoming: "info", closed: "neutral", none: "neutral" } satisfies Record<
  WindowPhase["phase"],
  Tone
>;

/** Whether a window is open, the days that are left, and how its money is divided. */
export function WindowStatus({ window, now }: Props) {
  const t = useTranslations("home.window");
  const format = useFormats();
  const state = windowPhase(window, now);
  const values = {
    opens: window ? format.moment(window.opensAt) : "",
    closes: window ? format.moment(window.closesAt) : "",
    days: "days" in state ? state.days : 0,
  };
  return (
    <div className="window-status">
      <StatusBadge tone={TONES[state.phase]}>{t(state.phase)}</StatusBadge>
      <Paragraph>{t(`${state.phase}Text`, values)}</Paragraph>
      {window && <Paragraph small>{t("distribution", { distribution: window.distribution })}</Paragraph>}
      {window?.isExample && <Paragraph small>{t("example")}</Paragraph>}
    </div>
  );
}
