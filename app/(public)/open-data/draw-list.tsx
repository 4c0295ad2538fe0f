import { useTranslations } from "next-intl";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import { useFormats } from "@/lib/i18n/use-formats";
import type { PublishedDraw } from "@/lib/order/queries/published-draws";

/** Every draw with its public record. */
export function DrawList({ draws }: { draws: readonly PublishedDraw[] }) {
  const t = useTranslations("draws");
  const schemes = useTranslations("schemes");
  const { day } = useFormats();
  return (
    <Stack>
      <Heading level={2} id="draws">
        {t("public.all")}
      </Heading>
      <Paragraph>{t(draws.length === 0 ? "none" : "public.allText")}</Paragraph>
      {draws.length > 0 && (
        <ul className="stack stack--tight">
          {draws.map((draw) => (
            <li key={draw.id}>
              <Link href={`/draws/${draw.id}`}>
                {t("public.title", { scheme: schemes(`${draw.scheme}.name`), day: day(draw.day) })}
              </Link>{" "}
              <StatusBadge tone={draw.isRevealed ? "ok" : "info"}>
                {t(draw.isRevealed ? "state.revealed" : "state.frozen")}
              </StatusBadge>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
