import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Props = { id: string; opens: boolean; children: ReactNode };

/** A link to a case for those who may open it, and plain text for others. */
export const CaseLink = ({ id, opens, children }: Props) =>
  opens ? <Link href={`/cases/${id}`}>{children}</Link> : children;
