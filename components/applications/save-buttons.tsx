"use client";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/form/submit-button";

/** Both save everything as typed, right or wrong; the first also shows problems. */
export function SaveButtons() {
  const t = useTranslations("form.save");
  return (
    <div className="stack stack--tight">
      <div className="actions">
        <SubmitButton keep>{t("on")}</SubmitButton>
        <SubmitButton variant="secondary" name="later" value="yes" unchecked>
          {t("later")}
        </SubmitButton>
      </div>
      <p className="text-small text-quiet">{t("help")}</p>
    </div>
  );
}
