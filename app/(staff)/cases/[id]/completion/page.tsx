import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Choice } from "@/components/form/choice";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { askable, keyOf } from "@/lib/answers/completion-item";
import { partTitle, questionOf } from "@/lib/answers/completion-item-title";
import { readConcept } from "@/lib/letters/queries/read-concept";
import { openToAsk } from "./open-to-ask";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("completion.ask"), openToAsk(params)]);
  return { title: t("title", { reference: view.reference }) };
}

/** The choice of points of a request: a plain form that leads to the next page. */
export default async function ChooseItemsPage({ params }: Props) {
  const { actor, view, trajectoryKeys } = await openToAsk(params);
  const [t, locale, concept] = await Promise.all([
    getTranslations("completion.ask"),
    getLocale(),
    readConcept(actor, view.id, "completion_request"),
  ]);
  const base = `/cases/${view.id}/completion`;
  const chosen = concept?.items.map(keyOf) ?? [];
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${view.id}`}>{view.reference}</BackLink>
        <Heading level={1}>{t("title", { reference: view.reference })}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        {concept && (
          <p>
            {t("concept")} <Link href={`${base}/preview`}>{t("goOn")}</Link>
          </p>
        )}
      </Stack>
      <form action={`${base}/letter`} className="form stack stack--loose">
        {askable(view.scheme, trajectoryKeys).map(({ part, fields }) => (
          <fieldset key={part} className="part-group">
            <legend>{partTitle(part, trajectoryKeys, locale)}</legend>
            <div className="stack stack--tight">
              {fields.map((field) => {
                const key = keyOf({ part, field });
                return (
                  <Choice
                    key={key}
                    id={key}
                    type="checkbox"
                    name="item"
                    value={key}
                    defaultChecked={chosen.includes(key)}
                    label={questionOf({ part, field }, locale)}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
        <div className="actions">
          <Button type="submit">{t("next")}</Button>
        </div>
      </form>
    </Stack>
  );
}
