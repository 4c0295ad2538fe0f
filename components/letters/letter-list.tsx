import { useTranslations } from "next-intl";
import { DownloadLink } from "@/components/ui/download-link";
import type { Day } from "@/lib/day";
import { useFormats } from "@/lib/i18n/use-formats";
import type { LetterKind } from "@/lib/vocabulary/letter-kinds";
import "./letters.css";

type Listed = { id: string; kind: LetterKind; publishedOn: Day; sha256: string };
type Props = {
  letters: readonly Listed[] /** Address of the application or case, without a slash at its end. */;
  at: string;
};

/** Every published letter, each as the file itself, with its SHA-256 for checking. */
export function LetterList({ letters, at }: Props) {
  const t = useTranslations("decisions.letters");
  const format = useFormats();
  return (
    <ul className="letter-list stack">
      {letters.map(({ id, kind, publishedOn, sha256 }) => (
        <li key={id}>
          <p>
            <DownloadLink href={`${at}/letters/${id}/letter.pdf`}>
              {t("letter", { kind, day: format.day(publishedOn) })}
            </DownloadLink>
          </p>
          <p className="letter-list__hash text-small text-quiet">{t("hash", { sha256 })}</p>
        </li>
      ))}
    </ul>
  );
}
