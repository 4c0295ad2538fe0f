import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { StaffRole } from "@/lib/actor";

const HOLDERS: readonly StaffRole[] = ["budget_holder", "auditor"];

/** The way to what only officials see of the budget. */
export function StaffLinks({ roles }: { roles: readonly StaffRole[] }) {
  const ceilings = useTranslations("ceilings");
  const draws = useTranslations("draws");
  const year = useTranslations("year");
  const publication = useTranslations("publication.export");
  const evaluation = useTranslations("evaluation");
  const invariants = useTranslations("invariants");
  if (!roles.some((role) => HOLDERS.includes(role))) return null;
  return (
    <p className="actions">
      <Link href="/year">{year("title")}</Link>
      <Link href="/budget/changes">{ceilings("toChanges")}</Link>
      <Link href="/draws">{draws("title")}</Link>
      <Link href="/evaluation">{evaluation("title")}</Link>
      <Link href="/exports">{publication("title")}</Link>
      {roles.includes("auditor") && <Link href="/audit/invariants">{invariants("title")}</Link>}
    </p>
  );
}
