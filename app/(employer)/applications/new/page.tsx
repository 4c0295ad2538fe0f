import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireEmployer } from "@/lib/auth/session";
import { openWindows } from "@/lib/filing/queries/open-windows";
import { listApplications } from "@/lib/screens/queries/list-applications";
import { LevelAlert } from "../level-alert";
import { WindowList } from "../window-list";

type Props = { searchParams: Promise<{ scheme?: string | string[]; copy?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.windows");
  return { title: t("newTitle") };
}

/** The windows of one scheme, or all of them; also to start with a copy. */
export default async function NewApplicationPage({ searchParams }: Props) {
  const actor = await requireEmployer({ anyLevel: true });
  const [t, schemes, windows, { scheme, copy }] = await Promise.all([
    getTranslations("applications"),
    getTranslations("schemes"),
    openWindows(actor),
    searchParams,
  ]);
  const earlier = copy ? (await listApplications(actor)).find(({ id }) => id === copy) : undefined;
  if (copy && !earlier) return notFound();
  const ofScheme = windows.filter((window) => window.scheme === scheme);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/applications">{t("mine.title")}</BackLink>
        <Heading level={1}>{t("windows.newTitle")}</Heading>
        <Paragraph lead>{t("windows.newLead")}</Paragraph>
        <LevelAlert level={actor.assurance} windows={windows} />
        {earlier && (
          <Alert
            kind="info"
            heading={t("windows.copyTitle", {
              name: t("mine.name", { scheme: schemes(`${earlier.scheme}.name`), year: earlier.year }),
            })}
          >
            <p>{t("windows.copyText")}</p>
          </Alert>
        )}
      </Stack>
      <WindowList windows={ofScheme.length > 0 ? ofScheme : windows} level={2} copyOf={earlier?.id} />
    </Stack>
  );
}
