import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Words } from "@/components/site/words";
import { SkipLink } from "@/components/ui/skip-link";
import { THEME_CLASS } from "@/components/ui/theme";
import { currentActor, currentPerson } from "@/lib/auth/session";
import { unreadCount } from "@/lib/correspondence/queries/message-box";
import { env } from "@/lib/env";
import "./globals.css";

/** Every page is rendered per request, because its scripts need the nonce of its policy. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("service"), template: `%s – ${t("serviceShort")}` },
    description: t("description"),
    icons: { icon: "/icon.svg" },
    referrer: "same-origin",
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [t, locale, person, actor] = await Promise.all([
    getTranslations("common"),
    getLocale(),
    currentPerson(),
    currentActor(),
  ]);
  const { PORTAL_MODE, SUPPORT_PHONE, SUPPORT_EMAIL } = env();
  const unread = actor.kind === "employer" ? await unreadCount(actor) : undefined;
  return (
    <html lang={locale} className={THEME_CLASS}>
      <body className="site">
        <SkipLink href="#content">{t("skip")}</SkipLink>
        <Words namespaces={["common"]}>
          <SiteHeader person={person} unread={unread} />
          <main id="content" className="site__main bounds" tabIndex={-1}>
            {children}
          </main>
        </Words>
        <SiteFooter
          isDemo={PORTAL_MODE === "demo"}
          support={{ phone: SUPPORT_PHONE, email: SUPPORT_EMAIL }}
        />
      </body>
    </html>
  );
}
