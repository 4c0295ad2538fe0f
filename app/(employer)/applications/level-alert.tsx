import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Paragraph } from "@/components/ui/paragraph";
import type { Assurance } from "@/lib/actor";
import type { OpenWindow } from "@/lib/filing/queries/open-windows";

type Props = { level: Assurance; windows: readonly OpenWindow[] };

/** Shown before anything is filled in, because getting another means of sign-in takes weeks. */
export function LevelAlert({ level, windows }: Props) {
  const t = useTranslations("applications.level");
  const minimum = windows.find(({ levelNeeded }) => levelNeeded)?.levelNeeded;
  if (!minimum) return null;
  return (
    <Alert kind="warning" heading={t("title", { minimum })}>
      <Paragraph>{t("text", { level })}</Paragraph>
    </Alert>
  );
}
