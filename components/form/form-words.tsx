import type { ReactNode } from "react";
import { Words } from "@/components/site/words";

/** Wraps every form on a page: the words of fields, problems and buttons in the browser. */
export function FormWords({ children }: { children: ReactNode }) {
  return <Words namespaces={["form", "problems", "common", "roster", "stateAid"]}>{children}</Words>;
}
