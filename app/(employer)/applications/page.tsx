import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { currentPerson, requireEmployer } from "@/lib/auth/session";
import { openWindows } from "@/lib/filing/queries/open-windows";
import { listApplications } from "@/lib/screens/queries/list-applications";
import { ApplicationCard } from "./application-card";
import { LevelAlert } from "./level-alert";
import { WindowList } from "./window-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.mine");
  return { title: t("title") };
}

export default async function ApplicationsPage() {
  const actor = await requireEmployer({ anyLevel: true });
  const [t, person, applications, windows] = await Promise.all([
    getTranslations("applications"),
    currentPerson(),
    listApplications(actor),
    openWindows(actor),
  ]);
  const free = windows.filter(({ existing }) => !existing);
  const mayStart = free.some(({ phase }) => phase.phase === "open");
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("mine.title")}</Heading>
        <Paragraph lead>{t("mine.of", { organisation: person?.organisation?.legalName ?? "" })}</Paragraph>
        <LevelAlert level={actor.assurance} windows={windows} />
      </Stack>
      {applications.length > 0 ? (
        <Stack>
          {applications.map((application) => (
            <ApplicationCard
              key={application.id}
              application={application}
              canCopy={mayStart && (application.state !== "draft" || application.phase.phase !== "open")}
            />
          ))}
        </Stack>
      ) : (
        <Paragraph>{t("mine.none")}</Paragraph>
      )}
      {free.length > 0 && (
        <Stack>
          <Heading level={2}>{t("windows.heading")}</Heading>
          <WindowList windows={free} />
        </Stack>
      )}
      {free.length === 0 && applications.length === 0 && (
        <div className="actions">
          <ButtonLink href="/" variant="secondary">
            {t("windows.later")}
          </ButtonLink>
        </div>
      )}
    </Stack>
  );
}
