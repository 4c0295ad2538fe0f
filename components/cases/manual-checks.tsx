import { useTranslations } from "next-intl";
import { Bullets } from "@/components/ui/bullets";
import type { ManualCheck } from "@/lib/decisions/manual-checks";

type Props = { name: string; manualChecks: readonly ManualCheck[] };

/** The checks that a reviewer settled by hand, with their name; nothing when there are none. */
export function ManualChecksBy({ name, manualChecks }: Props) {
  const t = useTranslations("staff.manualChecks");
  if (manualChecks.length === 0) return null;
  return (
    <div>
      <p>{t("by", { name })}</p>
      <Bullets items={manualChecks.map((id) => t(id))} />
    </div>
  );
}
