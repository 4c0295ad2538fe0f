import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { ownSessions } from "@/lib/auth/queries/own-sessions";
import { currentPerson, requireSomebody } from "@/lib/auth/session";
import { getFormats } from "@/lib/i18n/get-formats";
import { endSessionAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.sessions");
  return { title: t("title") };
}

/** The sessions of a person, and a way to end each. */
export default async function SessionsPage() {
  const actor = await requireSomebody();
  const [person, sessions, t, format] = await Promise.all([
    currentPerson(),
    ownSessions(actor),
    getTranslations("signin.sessions"),
    getFormats(),
  ]);
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      {sessions.map(({ id, authenticatedAt, lastSeenAt, organisationName }, at) => (
        <Card key={id} labelledBy={`session-${id}`}>
          <Heading level={2} id={`session-${id}`}>
            {id === person?.sessionId ? t("here") : t("elsewhere", { number: at + 1 })}
          </Heading>
          <DataList
            items={[
              { term: t("since"), value: format.moment(authenticatedAt) },
              { term: t("seen"), value: format.moment(lastSeenAt) },
              ...(organisationName ? [{ term: t("organisation"), value: organisationName }] : []),
            ]}
          />
          {id === person?.sessionId ? (
            <form method="post" action="/api/auth/sign-out">
              <Button type="submit" variant="secondary">
                {t("signOut")}
              </Button>
            </form>
          ) : (
            <form action={endSessionAction}>
              <input type="hidden" name="session" value={id} />
              <Button type="submit" variant="secondary">
                {t("end", { number: at + 1 })}
              </Button>
            </form>
          )}
        </Card>
      ))}
      <Paragraph>{t("strange")}</Paragraph>
    </Stack>
  );
}
