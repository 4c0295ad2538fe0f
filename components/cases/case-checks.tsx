import { useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { StatusBadge } from "@/components/ui/status-badge";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Check, Outcome } from "@/lib/schemes/check";

type CheckKey = Parameters<ReturnType<typeof useTranslations<"checks">>>[0];
type OwnKey = Parameters<ReturnType<typeof useTranslations<"staff.checks">>>[0];
const TONES = { pass: "ok", attention: "warning", fail: "error" } as const;
const URGENT: Outcome[] = ["fail", "attention"];

/** Checks that need an official are open, each with its values and article; passed checks are folded. */
export function CaseChecks({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("staff.case");
  const urgent = URGENT.flatMap((outcome) => checks.filter((check) => check.outcome === outcome));
  const passed = checks.filter(({ outcome }) => outcome === "pass");
  return (
    <>
      {urgent.length > 0 && <List checks={urgent} />}
      <Details summary={t("checksPassed", { count: passed.length })}>
        <List checks={passed} />
      </Details>
    </>
  );
}

function List({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("staff.case");
  const because = useBecause();
  return (
    <ul className="check-list">
      {checks.map((check) => (
        <li key={`${check.id}-${check.trajectory ?? 0}`}>
          <StatusBadge tone={TONES[check.outcome]}>{t(`outcome.${check.outcome}`)}</StatusBadge>
          <div>
            {check.trajectory !== undefined && (
              <strong>{t("checkTrajectory", { number: check.trajectory })} </strong>
            )}
            {because(check)}
            <span className="award__source">{check.article}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Words of a check for an official; those addressed to the employer have another version. */
function useBecause() {
  const own = useTranslations("staff.checks");
  const shared = useTranslations("checks");
  const format = useFormats();
  return ({ because: { key, values } }: Check) => {
    const written = format.values(values ?? {});
    return own.has(key as OwnKey) ? own(key as OwnKey, written) : shared(key as CheckKey, written);
  };
}

/** The number of checks of each outcome, in one sentence. */
export function ChecksBrief({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("staff.case");
  const count = (outcome: Outcome) => checks.filter((check) => check.outcome === outcome).length;
  return (
    <p>{t("checksBrief", { pass: count("pass"), attention: count("attention"), fail: count("fail") })}</p>
  );
}
