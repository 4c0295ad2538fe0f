import { useTranslations } from "next-intl";
import { Bullets } from "@/components/ui/bullets";
import type { Agreement } from "@/lib/correspondence/queries/thread";
import { useFormats } from "@/lib/i18n/use-formats";

/** Each declaration in the agreed words, with the version of the text and the moment. */
export function AgreedTexts({ agreements }: { agreements: readonly Agreement[] }) {
  const t = useTranslations("correspondence.agreed");
  const format = useFormats();
  return (
    <Bullets
      items={agreements.map(({ text, textVersion, agreedAt }) => (
        <span key={text}>
          <span lang="nl">{text}</span> {t("line", { version: textVersion, moment: format.moment(agreedAt) })}
        </span>
      ))}
    />
  );
}
