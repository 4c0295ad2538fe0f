"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TrajectoryGroup } from "@/lib/answers/questions/registry";

type Group = TrajectoryGroup | "workplace" | "contactPerson" | "secondContact";

/** A group of questions on one page, under its own heading. */
export function PartGroup({ group, children }: { group: Group; children: ReactNode }) {
  const t = useTranslations("form.groups");
  return (
    <fieldset className="part-group">
      <legend>{t(group)}</legend>
      <div className="stack stack--loose">{children}</div>
    </fieldset>
  );
}
