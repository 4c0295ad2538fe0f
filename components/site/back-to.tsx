import { useTranslations } from "next-intl";
import { BackLink } from "@/components/ui/back-link";

const PLACES = { work: "/cases", budget: "/budget" } as const;

/** A link from a page below one of the main menu to that page. */
export function BackTo({ place }: { place: keyof typeof PLACES }) {
  const t = useTranslations("common.nav");
  return <BackLink href={PLACES[place]}>{t(place)}</BackLink>;
}
