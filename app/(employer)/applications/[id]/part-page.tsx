import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AwardAside } from "@/components/applications/award-aside";
import { NotSentYet } from "@/components/applications/not-sent-yet";
import { ExampleBadge } from "@/components/applications/state-badge";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Aside } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import type { Part } from "@/lib/answers/draft";
import type { Fields } from "@/lib/answers/questions/question";
import type { DraftView } from "@/lib/filing/queries/read-draft";
import type { RawSection } from "@/lib/form-state";
import { KeptForm } from "./kept-form";

type Props = {
  draft: DraftView;
  /** Absent where what was typed is never kept. */
  kept?: { place: Part; page: string; fields: Fields; saved: RawSection; isShown: boolean };
  from: "check" | undefined;
  title: string;
  lead: string;
  children: ReactNode;
};

/** The frame of every page of a draft: the way back, the question, and the award so far. */
export function PartPage({ draft, kept, from, title, lead, children }: Props) {
  const t = useTranslations("applications");
  const schemes = useTranslations("schemes");
  const { id, scheme, year } = draft;
  const typed = kept && draft.typed.get(kept.place);
  return (
    <Aside aside={<AwardAside lines={draft.award} />}>
      <BackLink href={from === "check" ? `/applications/${id}/check` : `/applications/${id}`}>
        {t(from === "check" ? "check.title" : "draft.title", { scheme: schemes(`${scheme}.inText`), year })}
      </BackLink>
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{lead}</Paragraph>
      <div className="application-row__title">
        <NotSentYet phase={draft.phase} closesAt={draft.closesAt} brief />
        {draft.isExample && <ExampleBadge />}
      </div>
      {kept && typed && <KeptForm {...kept} id={id} typed={typed.answers} />}
      {children}
    </Aside>
  );
}
