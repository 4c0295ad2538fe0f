import { useTranslations } from "next-intl";
import { Bullets } from "@/components/ui/bullets";
import type { ManualCheck } from "@/lib/decisions/manual-checks";

type Props = { name: string; lookedAt: readonly ManualCheck[] };

/** What a reviewer settled with his own eyes, in his name; nothing when he did not. */
export function LookedAtBy({ name, lookedAt }: Props) {
  const t = useTranslations("staff.lookedAt");
  if (lookedAt.length === 0) return null;
  return (
    <div>
      <p>{t("by", { name })}</p>
      <Bullets items={lookedAt.map((id) => t(id))} />
    </div>
  );
}
