import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import { currentPerson, requireEmployer } from "@/lib/auth/session";
import { placeOf } from "@/lib/correspondence/message";
import { type BoxedMessage, messageBox } from "@/lib/correspondence/queries/message-box";
import { useFormats } from "@/lib/i18n/use-formats";
import { ReadNow } from "../read-now";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("correspondence.box");
  return { title: t("title") };
}

/** The formal messages of an organisation, the newest first. */
export default async function MessagesPage() {
  const actor = await requireEmployer();
  const [t, person, messages] = await Promise.all([
    getTranslations("correspondence.box"),
    currentPerson(),
    messageBox(actor),
  ]);
  return (
    <Stack space="loose">
      <ReadNow />
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead", { organisation: person?.organisation?.legalName ?? "" })}</Paragraph>
        <p className="text-quiet">{t("questions")}</p>
      </Stack>
      {messages.length === 0 && <p>{t("none")}</p>}
      {messages.map((message) => (
        <MessageCard key={message.id} message={message} />
      ))}
    </Stack>
  );
}

function MessageCard({ message }: { message: BoxedMessage }) {
  const t = useTranslations("correspondence");
  const format = useFormats();
  const { id, kind, reference, placedAt, readAt, mailed } = message;
  const { file } = placeOf(message);
  const about = t("box.about", { reference: reference ?? "" });
  const named = <span className="visually-hidden">{`: ${t(`kind.${kind}`)}, ${about}`}</span>;
  return (
    <Card labelledBy={`message-${id}`}>
      <div className="application-row__title">
        <Heading level={2} looksLike={3} id={`message-${id}`}>
          {t(`kind.${kind}`)}
        </Heading>
        {!readAt && <StatusBadge tone="info">{t("box.unread")}</StatusBadge>}
      </div>
      <p>
        {about}. {t("box.placed", { moment: format.moment(placedAt) })}.
      </p>
      <p className="text-small text-quiet">
        {readAt && `${t("box.read", { moment: format.moment(readAt) })}. `}
        {t("box.mailed", { count: mailed })}
      </p>
      <p className="actions">
        <Link href={`/messages/${id}`}>
          {t("box.open")}
          {named}
        </Link>
        {file && (
          <DownloadLink href={file}>
            {t("box.file")}
            {named}
          </DownloadLink>
        )}
      </p>
    </Card>
  );
}
