import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Props = { id: string; opens: boolean; children: ReactNode };

/** What leads to a case for whoever may open it, and is only said to others. */
export const CaseLink = ({ id, opens, children }: Props) =>
  opens ? <Link href={`/cases/${id}`}>{children}</Link> : children;
