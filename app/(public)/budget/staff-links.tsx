import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { StaffRole } from "@/lib/actor";

const HOLDERS: readonly StaffRole[] = ["budget_holder", "auditor"];

/** Links to the pages about the budget for officials. */
export function StaffLinks({ roles }: { roles: readonly StaffRole[] }) {
  const ceilings = useTranslations("ceilings");
  const commitments = useTranslations("budget.commitments");
  const windows = useTranslations("windows");
  const draws = useTranslations("draws");
  const reserve = useTranslations("reserve");
  const year = useTranslations("year");
  const publication = useTranslations("publication.export");
  const evaluation = useTranslations("evaluation");
  const deadlines = useTranslations("deadlines");
  const invariants = useTranslations("invariants");
  const holds = roles.some((role) => HOLDERS.includes(role));
  return (
    <p className="actions">
      {holds && <Link href="/year">{year("title")}</Link>}
      {holds && <Link href="/budget/changes">{ceilings("toChanges")}</Link>}
      {holds && <Link href="/budget/commitments">{commitments("title")}</Link>}
      {holds && <Link href="/budget/windows">{windows("title")}</Link>}
      {holds && <Link href="/draws">{draws("title")}</Link>}
      {holds && <Link href="/evaluation">{evaluation("title")}</Link>}
      {holds && <Link href="/exports">{publication("title")}</Link>}
      <Link href="/deadlines">{deadlines("title")}</Link>
      <Link href="/reserve-list">{reserve("title")}</Link>
      {roles.includes("auditor") && <Link href="/audit/invariants">{invariants("title")}</Link>}
    </p>
  );
}
