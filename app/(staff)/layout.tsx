import type { ReactNode } from "react";
import { FormWords } from "@/components/form/form-words";
import "@/components/applications/applications.css";
import "@/components/cases/cases.css";

export default function StaffLayout({ children }: { children: ReactNode }) {
  return <FormWords>{children}</FormWords>;
}
