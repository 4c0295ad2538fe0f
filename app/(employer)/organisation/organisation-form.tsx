import { useTranslations } from "next-intl";
import { Choice } from "@/components/form/choice";
import { Button } from "@/components/ui/button";
import type { Represented } from "@/lib/auth/queries/find-session";
import { lastDayBefore } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";
import { SCHEMES } from "@/lib/schemes/scheme";
import { chooseAction } from "./actions";

type Props = { choices: readonly Represented[]; current: string | undefined; next: string | undefined };

/** A bare form: one question, always answered, so there is nothing to check in the browser. */
export function OrganisationForm({ choices, current, next }: Props) {
  const t = useTranslations("signin.organisation");
  const format = useFormats();
  return (
    <form action={chooseAction} className="form stack stack--loose">
      {next && <input type="hidden" name="next" value={next} />}
      <fieldset className="fieldset utrecht-form-field">
        <legend className="utrecht-form-label">{t("legend")}</legend>
        {choices.map(({ kvkNumber, legalName, isOwn, schemes, validUntil }) => (
          <Choice
            key={kvkNumber}
            id={`kvk-${kvkNumber}`}
            type="radio"
            name="kvkNumber"
            value={kvkNumber}
            defaultChecked={kvkNumber === current}
            label={legalName}
            help={
              isOwn
                ? t("own", { kvkNumber })
                : t("other", {
                    kvkNumber,
                    schemes: format.allOf((schemes ?? SCHEMES).map((scheme) => t(`schemes.${scheme}`))),
                    until: validUntil ? format.day(lastDayBefore(validUntil)) : "none",
                  })
            }
          />
        ))}
      </fieldset>
      <div>
        <Button type="submit">{t("submit")}</Button>
      </div>
    </form>
  );
}
