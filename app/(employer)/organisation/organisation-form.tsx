import { useTranslations } from "next-intl";
import { Choice } from "@/components/form/choice";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { MOST_SHOWN } from "@/lib/auth/choices";
import type { Represented } from "@/lib/auth/queries/find-session";
import { lastDayBefore } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { chooseAction } from "./actions";

type Props = {
  choices: readonly Represented[];
  current: string | undefined;
  next: string | undefined;
  /** What was looked for; empty when nothing was. */
  typed: string;
};

/** A bare form of one question. Who is acted for now, or the only one that was found, is chosen beforehand. */
export function OrganisationForm({ choices, current, next, typed }: Props) {
  const t = useTranslations("signin.organisation");
  const format = useFormats();
  if (choices.length === 0)
    return (
      <Paragraph>
        {t("nothing", { typed })}{" "}
        <Link href={next ? `/organisation?${new URLSearchParams({ next })}` : "/organisation"}>
          {t("all")}
        </Link>
      </Paragraph>
    );
  const shown = choices.slice(0, MOST_SHOWN);
  const chosen = shown.length === 1 ? shown[0]?.kvkNumber : current;
  return (
    <form action={chooseAction} className="form stack stack--loose">
      {next && <input type="hidden" name="next" value={next} />}
      <fieldset className="fieldset utrecht-form-field">
        <legend className="utrecht-form-label">{t("legend")}</legend>
        {shown.map(({ kvkNumber, legalName, isOwn, schemes, validUntil }) => (
          <Choice
            key={kvkNumber}
            id={`kvk-${kvkNumber}`}
            type="radio"
            name="kvkNumber"
            value={kvkNumber}
            required
            defaultChecked={kvkNumber === chosen}
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
      {choices.length > shown.length && (
        <Paragraph>{t("more", { count: choices.length - shown.length })}</Paragraph>
      )}
      <div>
        <Button type="submit">{t("submit")}</Button>
      </div>
    </form>
  );
}
