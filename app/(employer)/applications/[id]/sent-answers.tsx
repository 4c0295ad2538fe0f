import { useTranslations } from "next-intl";
import { AnswerList } from "@/components/applications/answer-list";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { SECTIONS } from "@/lib/answers/answers";
import { isSection, type Part } from "@/lib/answers/draft";
import { shownFields } from "@/lib/answers/fields";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import { partHref } from "@/lib/filing/next-step";
import type { PartView, TrajectoryView } from "@/lib/filing/queries/read-draft";
import type { Scheme } from "@/lib/vocabulary/scheme";

type Props = {
  application: {
    id: string;
    scheme: Scheme;
    sections: Record<(typeof SECTIONS)[number], PartView>;
    trajectories: TrajectoryView[];
  };
  /** Whether each part can still be changed from the check page. */
  canChange?: boolean;
};

/** Every answer of an application, part by part. */
export function SentAnswers({ application, canChange = false }: Props) {
  const { id, scheme, sections, trajectories } = application;
  const [company, ...others] = SECTIONS;
  const part = (name: Part, view: PartView, number?: number) => (
    <section key={name} className="stack stack--tight" aria-labelledby={`part-${name}`}>
      <PartHeading part={name} number={number} changeHref={canChange ? partHref(id, name) : undefined} />
      <AnswerList
        fields={isSection(name) ? shownFields(name, view.answers) : trajectoryFields(scheme)}
        answers={view.answers}
        personKnown={isSection(name) ? undefined : view.personKnown}
      />
    </section>
  );
  return (
    <>
      {part(company, sections[company])}
      {trajectories.map((view) => part(`trajectory:${view.key}`, view, view.number))}
      {others.map((section) => part(section, sections[section]))}
    </>
  );
}

type HeadingProps = { part: Part; number?: number; changeHref?: string };

function PartHeading({ part, number = 0, changeHref }: HeadingProps) {
  const t = useTranslations("applications");
  const title = isSection(part) ? t(`parts.${part}.title`) : t("parts.trajectory.numbered", { number });
  return (
    <div className="application-row__title">
      <Heading level={3} id={`part-${part}`}>
        {title}
      </Heading>
      {changeHref && (
        <Link href={`${changeHref}?from=check`}>
          {t("check.change")} <span className="visually-hidden">{title}</span>
        </Link>
      )}
    </div>
  );
}
