import { useTranslations } from "next-intl";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Check } from "@/lib/schemes/check";

type CheckKey = Parameters<ReturnType<typeof useTranslations<"checks">>>[0];

/** Checks as sentences, each with its source. */
export function Reasons({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("checks");
  const format = useFormats();
  return (
    <ul className="precheck__reasons">
      {checks.map(({ id, because, article }) => (
        <li key={id}>
          {t(because.key as CheckKey, format.values(because.values ?? {}))}
          <span className="award__source">{article}</span>
        </li>
      ))}
    </ul>
  );
}
