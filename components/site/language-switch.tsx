import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LOCALES } from "@/lib/i18n/locale";

/** A form to the other language, named in that language. It returns to the same page without scripts. */
export function LanguageSwitch() {
  const t = useTranslations("common");
  const here = useLocale();
  const other = LOCALES.find((locale) => locale !== here);
  return (
    <form method="post" action="/api/language">
      <Button type="submit" variant="link" name="language" value={other} lang={other}>
        {t("otherLanguage")}
      </Button>
    </form>
  );
}
