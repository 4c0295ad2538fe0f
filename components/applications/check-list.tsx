import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Check } from "@/lib/schemes/check";

type CheckKey = Parameters<ReturnType<typeof useTranslations<"checks">>>[0];
const TONES = { pass: "ok", attention: "info", fail: "error" } as const;

type Props = {
  checks: readonly Check[];
  /** Address of the page on which the answer can be changed, if there is one. */
  hrefOf?: (check: Check) => string | undefined;
};

/**
 * Checks as sentences, with their source. Attention has a neutral tone, because it is for the reviewer and no reproach.
 */
export function CheckList({ checks, hrefOf }: Props) {
  const t = useTranslations("applications.checks");
  const because = useTranslations("checks");
  const format = useFormats();
  return (
    <ul className="check-list">
      {checks.map((check) => (
        <li key={`${check.id}-${check.trajectory ?? 0}`}>
          <StatusBadge tone={TONES[check.outcome]}>{t(check.outcome)}</StatusBadge>
          <div>
            {check.trajectory !== undefined && (
              <strong>{t("trajectory", { number: check.trajectory })} </strong>
            )}
            {because(check.because.key as CheckKey, format.values(check.because.values ?? {}))}
            <span className="award__source">{check.article}</span>
            <WayThere href={hrefOf?.(check)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function WayThere({ href }: { href: string | undefined }) {
  const t = useTranslations("applications.check");
  return href ? <Link href={href}>{t("goTo")}</Link> : null;
}
