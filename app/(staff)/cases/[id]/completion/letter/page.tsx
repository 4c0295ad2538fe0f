import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { type Item, keyOf, readKey, WHOLE_PART } from "@/lib/answers/completion-item";
import { itemTitle } from "@/lib/answers/completion-item-title";
import { usualDeadline } from "@/lib/completion/request";
import { MOST_ITEMS } from "@/lib/completion/schema";
import { readConcept } from "@/lib/letters/queries/read-concept";
import { checkOfDocument } from "@/lib/schemes/required-documents";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { writeRequestAction } from "../actions";
import { openToAsk } from "../open-to-ask";
import { RequestForm } from "./request-form";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ item?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("completion.write"), openToAsk(params)]);
  return { title: t("title", { reference: view.reference }) };
}

/** The explanation of each chosen point, and the last day to answer. */
export default async function WriteRequestPage({ params, searchParams }: Props) {
  const { actor, view, trajectoryKeys } = await openToAsk(params);
  const [t, ask, preview, locale, concept, { item }] = await Promise.all([
    getTranslations("completion.write"),
    getTranslations("completion.ask"),
    getTranslations("decisions.preview"),
    getLocale(),
    readConcept(actor, view.id, "completion_request"),
    searchParams,
  ]);
  const kept = concept?.items ?? [];
  const asked = item === undefined ? kept.map(keyOf) : [item].flat();
  const items = asked
    .flatMap((key) => readKey(key, view.scheme, trajectoryKeys) ?? [])
    .slice(0, MOST_ITEMS)
    .map((about) => {
      const before = kept.find((each) => keyOf(each) === keyOf(about));
      return { ...about, words: before?.words ?? "", listed: before?.listed ?? isListed(about, view) };
    });
  const keys = items.map(keyOf);
  const target = { applicationId: view.id, version: view.version, keys };
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${view.id}/completion`}>{t("chooseOther")}</BackLink>
        <Heading level={1}>{t("title", { reference: view.reference })}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
      </Stack>
      {items.length === 0 ? (
        <Alert kind="warning">
          <p>{ask("none")}</p>
        </Alert>
      ) : (
        <RequestForm
          action={writeRequestAction.bind(null, target)}
          titles={items.map((each, place) =>
            t("item", { number: place + 1, title: itemTitle(each, trajectoryKeys, locale) }),
          )}
          defaults={{
            dueOn: concept?.dueOn ?? usualDeadline(view.today, view.equated),
            ...Object.fromEntries(
              items.flatMap(({ words, listed }, place) => [
                [`words-${place}`, words],
                [`listed-${place}`, listed ? "yes" : "no"],
              ]),
            ),
          }}
          submit={preview("see")}
        />
      )}
    </Stack>
  );
}

/** The listed items of every application: each question, and each file that its rules require. */
const isListed = ({ part, field }: Pick<Item, "part" | "field">, { checks }: CaseView): boolean =>
  part === "documents" ? checks.some(({ id }) => id === checkOfDocument(field)) : field !== WHOLE_PART;
