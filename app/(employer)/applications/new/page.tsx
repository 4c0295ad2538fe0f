import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { openWindows } from "@/lib/applications/queries/open-windows";
import { requireEmployer } from "@/lib/auth/session";
import { WindowList } from "../window-list";

type Props = { searchParams: Promise<{ scheme?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.windows");
  return { title: t("newTitle") };
}

/** Where a scheme's own page leads to: the windows of that scheme, or all of them. */
export default async function NewApplicationPage({ searchParams }: Props) {
  const actor = await requireEmployer();
  const [t, windows, { scheme }] = await Promise.all([
    getTranslations("applications"),
    openWindows(actor),
    searchParams,
  ]);
  const ofScheme = windows.filter((window) => window.scheme === scheme);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/applications">{t("mine.title")}</BackLink>
        <Heading level={1}>{t("windows.newTitle")}</Heading>
        <Paragraph lead>{t("windows.newLead")}</Paragraph>
      </Stack>
      <WindowList windows={ofScheme.length > 0 ? ofScheme : windows} level={2} />
    </Stack>
  );
}
