import type { ReactNode } from "react";
import { FormWords } from "@/components/form/form-words";
import "@/components/applications/applications.css";

export default function EmployerLayout({ children }: { children: ReactNode }) {
  return <FormWords>{children}</FormWords>;
}
