import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Bullets } from "@/components/ui/bullets";
import type { ChainProblem, Verified } from "@/lib/audit/queries/verify-chain";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { verified: Verified; before: number };

const KEYS = {
  missing: "missing",
  "not linked": "notLinked",
  altered: "altered",
  "no head": "noHead",
  "last missing": "lastMissing",
  "head differs": "headDiffers",
} as const satisfies Record<ChainProblem, string>;

/** The result of verifying; `before` counts the streams of earlier batches. */
export function Outcome({ verified: { streams, findings, next }, before }: Props) {
  const t = useTranslations("audit.chain");
  const format = useFormats();
  const count = format.number(before + streams);
  if (findings.length > 0)
    return (
      <Alert kind="error" heading={t("found", { count: findings.length })} headingLevel={3} live>
        <Bullets
          items={findings.map(({ stream, number, problem }) => (
            <span key={`${stream} ${number} ${problem}`}>
              <span className="hash">{stream}</span>, {t("eventNumber", { number })}:{" "}
              {t(`problems.${KEYS[problem]}`)}
            </span>
          ))}
        />
      </Alert>
    );
  if (next)
    return (
      <Alert kind="info" heading={t("soFar", { count })} headingLevel={3} live>
        <p>{t("soFarText")}</p>
      </Alert>
    );
  return <Alert kind="ok" heading={t("whole", { count })} headingLevel={3} live />;
}
