import { useTranslations } from "next-intl";
import { Choice } from "@/components/form/choice";
import { Button } from "@/components/ui/button";
import type { Represented } from "@/lib/auth/queries/find-session";
import { chooseAction } from "./actions";

type Props = { choices: readonly Represented[]; current: string | undefined; next: string | undefined };

/** A bare form: one question, always answered, so there is nothing to check in the browser. */
export function OrganisationForm({ choices, current, next }: Props) {
  const t = useTranslations("signin.organisation");
  return (
    <form action={chooseAction} className="form stack stack--loose">
      {next && <input type="hidden" name="next" value={next} />}
      <fieldset className="fieldset utrecht-form-field">
        <legend className="utrecht-form-label">{t("legend")}</legend>
        {choices.map(({ kvkNumber, legalName, isOwn }) => (
          <Choice
            key={kvkNumber}
            id={`kvk-${kvkNumber}`}
            type="radio"
            name="kvkNumber"
            value={kvkNumber}
            defaultChecked={kvkNumber === current}
            label={legalName}
            help={t(isOwn ? "own" : "other", { kvkNumber })}
          />
        ))}
      </fieldset>
      <div>
        <Button type="submit">{t("submit")}</Button>
      </div>
    </form>
  );
}
