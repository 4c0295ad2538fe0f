import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound, orNotFound } from "@/app/or-not-found";
import { LetterView } from "@/components/letters/letter-view";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button-link";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { requireEmployer } from "@/lib/auth/session";
import { readMessage } from "@/lib/correspondence/commands/read-message";
import { placeOf } from "@/lib/correspondence/message";
import { letterOfMessage } from "@/lib/letters/queries/letter-of-message";
import { ReadNow } from "../../read-now";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("correspondence.kind");
  return { title: t("completion_request") };
}

/** Opens a formal message, which counts as reading it; a message with its own page redirects there. */
export default async function MessagePage({ params }: Props) {
  const actor = await requireEmployer();
  const message = await orNotFound(readMessage(actor, idOrNotFound((await params).id)));
  const { page, file } = placeOf(message);
  if (message.kind !== "completion_request") return redirect(page);
  const [t, letter] = await Promise.all([
    getTranslations("correspondence"),
    letterOfMessage(actor, message.id),
  ]);
  if (!letter) return notFound();
  return (
    <Stack>
      <ReadNow />
      <BackLink href="/messages">{t("box.title")}</BackLink>
      <Heading level={1}>{t("kind.completion_request")}</Heading>
      <LetterView letter={letter} />
      {file && (
        <p>
          <DownloadLink href={file}>{t("box.file")}</DownloadLink>
        </p>
      )}
      <div className="actions">
        <ButtonLink href={page}>{t("message.answer")}</ButtonLink>
      </div>
    </Stack>
  );
}
