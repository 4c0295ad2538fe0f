import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { CONTACTS_PLACE } from "@/lib/answers/kept-place";
import { keptAt } from "@/lib/answers/queries/kept-answers";
import { requireEmployer } from "@/lib/auth/session";
import { readStatus } from "@/lib/screens/queries/read-status";
import { UnsavedText } from "../unsaved-text";
import { changeContactsAction } from "./actions";
import { ContactForm } from "./contact-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("correspondence.contact");
  return { title: t("title") };
}

/** The contact persons of a filed application. */
export default async function ContactPage({ params }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [t, applications, status, kept] = await Promise.all([
    getTranslations("correspondence.contact"),
    getTranslations("applications.withdraw"),
    readStatus(actor, id),
    keptAt(actor, id, CONTACTS_PLACE),
  ]);
  if (!status) return notFound();
  return (
    <Stack>
      <BackLink href={`/applications/${id}`}>
        {applications("back", { reference: status.reference })}
      </BackLink>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      {kept && <UnsavedText id={id} place={CONTACTS_PLACE} page="contact" />}
      <ContactForm
        key={String(kept !== undefined)}
        action={changeContactsAction.bind(null, { id })}
        contacts={kept?.answers ?? status.contacts}
        submit={t("save")}
      />
    </Stack>
  );
}
