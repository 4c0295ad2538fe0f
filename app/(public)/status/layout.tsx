import type { ReactNode } from "react";
import "@/components/applications/applications.css";

export default function StatusLayout({ children }: { children: ReactNode }) {
  return children;
}
