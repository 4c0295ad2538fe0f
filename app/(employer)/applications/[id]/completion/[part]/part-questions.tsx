import { notFound } from "next/navigation";
import { type Part, partKey } from "@/lib/answers/draft";
import type { Kept } from "@/lib/answers/queries/kept-answers";
import type { CompletionView } from "@/lib/completion/queries/read-completion";
import { periodStart } from "@/lib/state-aid/ledger";
import { BankForm } from "../../bank/bank-form";
import { CompanyQuestions } from "../../company/company-questions";
import { DeclarationsForm } from "../../declarations/declarations-form";
import { StateAidForm } from "../../state-aid/state-aid-form";
import { TrajectoryForm } from "../../trajectories/[key]/trajectory-form";
import { saveAnswerAction } from "../actions";

type Props = { view: CompletionView; part: Part; kept: Kept | undefined };

/** The form of one part, as in a draft, that saves into the answer; `kept` has kept answers. */
export function PartQuestions({ view, part, kept }: Props) {
  const { id, requestId, scheme, sections, trajectories } = view;
  const action = saveAnswerAction.bind(null, { id, requestId, part });
  const shared = { action, from: undefined, autosaves: false };
  switch (part) {
    case "company":
      return <CompanyQuestions {...shared} {...shown(sections.company, kept)} />;
    case "stateAid":
      return (
        <StateAidForm
          {...shared}
          {...shown(sections.stateAid, kept)}
          period={{ today: view.today, since: periodStart(view.today) }}
        />
      );
    case "bank":
      return <BankForm {...shared} {...shown(sections.bank, kept)} />;
    case "declarations":
      return <DeclarationsForm {...shared} {...shown(sections.declarations, kept)} />;
    default: {
      const trajectory = trajectories.find(({ key }) => key === partKey(part));
      if (!trajectory) return notFound();
      const personKnown = trajectory.personKnown || kept?.answers.personKey !== undefined;
      return (
        <TrajectoryForm {...shared} {...shown(trajectory, kept)} scheme={scheme} personKnown={personKnown} />
      );
    }
  }
}

const shown = (saved: CompletionView["sections"]["company"], kept: Kept | undefined) => {
  if (!kept) return { answers: saved.answers, revision: saved.revision };
  const { personKey: _never, ...answers } = kept.answers;
  return { answers, revision: kept.revision };
};
