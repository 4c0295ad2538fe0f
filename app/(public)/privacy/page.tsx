import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";
import { schemesKeepingNumbers } from "@/lib/person-checks/queries/schemes-keeping-numbers";
import { PlainPage } from "../plain-page";

const KEPT = ["employer", "participant", "handling"] as const;
const COOKIES = ["session", "language", "status"] as const;
const RECIPIENTS = ["register", "bank", "aid", "court"] as const;
const RIGHTS = ["see", "correct", "object", "complain"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about.privacy");
  return { title: t("title") };
}

/** Which personal data is stored, why, who sees it, and the rights of the person (AVG 13, 14). */
export default async function PrivacyPage() {
  const [t, schemes, keeping] = await Promise.all([
    getTranslations("about.privacy"),
    getTranslations("schemes"),
    schemesKeepingNumbers(),
  ]);
  const kept = keeping.map(({ scheme, daysAtMost }) =>
    t("numberKept", { scheme: schemes(`${scheme}.name`), days: daysAtMost }),
  );
  return (
    <PlainPage
      title={t("title")}
      lead={t("lead")}
      parts={[
        { title: t("why"), text: t("whyText") },
        { title: t("kept"), text: t("keptText"), items: KEPT.map((item) => t(`keeping.${item}`)) },
        {
          title: t("number"),
          text: t(kept.length > 0 ? "numberDiffers" : "numberText"),
          ...(kept.length > 0 && { items: [...kept, t("numberElsewhere")] }),
        },
        { title: t("seen"), text: t("seenText") },
        {
          title: t("recipients"),
          text: t("recipientsText"),
          items: RECIPIENTS.map((item) => t(`recipient.${item}`)),
        },
        { title: t("howLong"), text: t("howLongText") },
        { title: t("automatic"), text: t("automaticText") },
        { title: t("cookies"), text: t("cookiesText"), items: COOKIES.map((item) => t(`cookie.${item}`)) },
        { title: t("rights"), text: t("rightsText"), items: RIGHTS.map((item) => t(`right.${item}`)) },
        { title: t("officer"), text: t("officerText", { email: env().SUPPORT_EMAIL }) },
      ]}
    />
  );
}
