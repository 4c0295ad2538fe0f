import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Bullets } from "@/components/ui/bullets";
import { Link } from "@/components/ui/link";
import { isSection, type Part } from "@/lib/answers/draft";
import { partHref } from "@/lib/filing/next-step";
import type { DraftView } from "@/lib/filing/queries/read-draft";
import type { FormAction } from "@/lib/form-state";
import { ActionForm } from "./action-form";

type Props = { draft: DraftView; drop: FormAction };

/** Says that there are kept answers, which are not saved, where they are, and how to discard them. */
export function UnsavedAnswers({ draft: { id, typed, trajectories }, drop }: Props) {
  const t = useTranslations("applications");
  if (typed.size === 0) return null;
  const name = (part: Part) =>
    isSection(part)
      ? t(`parts.${part}.title`)
      : t("parts.trajectory.numbered", {
          number: trajectories.find(({ key }) => part === `trajectory:${key}`)?.number ?? 0,
        });
  return (
    <Alert kind="warning" heading={t("unsaved.title")}>
      <p>{t("unsaved.text")}</p>
      <Bullets
        items={[...typed.keys()].map((part) => (
          <Link key={part} href={partHref(id, part)}>
            {name(part)}
          </Link>
        ))}
      />
      <ActionForm action={drop} values={{ id }} variant="link">
        {t("unsaved.drop")}
      </ActionForm>
    </Alert>
  );
}
