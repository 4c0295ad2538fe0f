import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { reaches } from "@/lib/actor";
import { LOWEST_LEVEL } from "@/lib/acts";
import { safeNext } from "@/lib/auth/destination";
import { requireEmployer } from "@/lib/auth/session";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.level");
  return { title: t("title") };
}

/** For a person whose level of sign-in is too low for the page they requested. */
export default async function LevelPage({ searchParams }: Props) {
  const { assurance } = await requireEmployer({ anyLevel: true });
  const next = safeNext((await searchParams).next);
  if (reaches(assurance, LOWEST_LEVEL)) return redirect(next ?? "/applications");
  const t = await getTranslations("signin.level");
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead", { level: assurance, needed: LOWEST_LEVEL })}</Paragraph>
      <Paragraph>{t("have")}</Paragraph>
      <form method="post" action="/api/auth/sign-in/employer">
        {next && <input type="hidden" name="next" value={next} />}
        <Button type="submit">{t("again")}</Button>
      </form>
      <Paragraph>{t("get")}</Paragraph>
      <div className="actions">
        <ButtonLink href="/applications" variant="secondary">
          {t("back")}
        </ButtonLink>
      </div>
    </Stack>
  );
}
