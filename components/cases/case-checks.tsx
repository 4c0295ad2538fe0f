import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Check, Outcome } from "@/lib/schemes/scheme";

type CheckKey = Parameters<ReturnType<typeof useTranslations<"checks">>>[0];
const TONES = { pass: "ok", attention: "warning", fail: "error" } as const;
const ORDER: Outcome[] = ["fail", "attention", "pass"];

/** Every check with its sentence, the values used and its article; what needs a human comes first. */
export function CaseChecks({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("staff.case");
  const because = useTranslations("checks");
  const sorted = [...checks].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <ul className="check-list">
      {sorted.map((check) => (
        <li key={`${check.id}-${check.trajectory ?? 0}`}>
          <StatusBadge tone={TONES[check.outcome]}>{t(`outcome.${check.outcome}`)}</StatusBadge>
          <div>
            {check.trajectory !== undefined && (
              <strong>{t("checkTrajectory", { number: check.trajectory })} </strong>
            )}
            {because(check.because.key as CheckKey, check.because.values)}
            <span className="award__source">{check.article}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How many checks there are of each kind, in one sentence. */
export function ChecksBrief({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("staff.case");
  const count = (outcome: Outcome) => checks.filter((check) => check.outcome === outcome).length;
  return (
    <p>{t("checksBrief", { pass: count("pass"), attention: count("attention"), fail: count("fail") })}</p>
  );
}
