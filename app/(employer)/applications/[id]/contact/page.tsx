import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { CONTACTS_PLACE } from "@/lib/answers/kept-place";
import { typedAt } from "@/lib/answers/queries/kept-answers";
import { requireEmployer } from "@/lib/auth/session";
import { CONTACT_FIELDS } from "@/lib/correspondence/contacts";
import { readStatus } from "@/lib/screens/queries/read-status";
import { KeptForm } from "../kept-form";
import { asksTyped } from "../open-draft";
import { changeContactsAction } from "./actions";
import { ContactForm } from "./contact-form";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ typed?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("correspondence.contact");
  return { title: t("title") };
}

/** The contact persons of a filed application. */
export default async function ContactPage({ params, searchParams }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [t, applications, status, typed] = await Promise.all([
    getTranslations("correspondence.contact"),
    getTranslations("applications.withdraw"),
    readStatus(actor, id),
    typedAt(actor, id, CONTACTS_PLACE),
  ]);
  if (!status) return notFound();
  const isShown = typed !== undefined && (await asksTyped(searchParams));
  return (
    <Stack>
      <BackLink href={`/applications/${id}`}>
        {applications("back", { reference: status.reference })}
      </BackLink>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      {typed && (
        <KeptForm
          {...{ id, place: CONTACTS_PLACE, page: "contact", isShown }}
          fields={CONTACT_FIELDS}
          saved={status.contacts}
          typed={typed.answers}
        />
      )}
      <ContactForm
        key={String(isShown)}
        action={changeContactsAction.bind(null, { id })}
        contacts={isShown ? typed.answers : status.contacts}
        submit={t("save")}
      />
    </Stack>
  );
}
