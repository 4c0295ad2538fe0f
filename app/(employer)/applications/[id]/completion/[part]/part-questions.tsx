import type { Part } from "@/lib/answers/draft";
import type { CompletionView } from "@/lib/completion/queries/read-completion";
import type { PartView } from "@/lib/filing/queries/read-draft";
import { periodStart } from "@/lib/state-aid/ledger";
import { BankForm } from "../../bank/bank-form";
import { CompanyQuestions } from "../../company/company-questions";
import { DeclarationsForm } from "../../declarations/declarations-form";
import { StateAidForm } from "../../state-aid/state-aid-form";
import { TrajectoryForm } from "../../trajectories/[key]/trajectory-form";
import { saveAnswerAction } from "../actions";

type Props = { view: CompletionView; part: Part; shown: PartView & { isTyped: boolean } };

/** The form of one part, as in a draft, that saves into the answer; `shown` is what is in it. */
export function PartQuestions({ view, part, shown }: Props) {
  const { id, requestId, scheme } = view;
  const { answers, revision, personKnown, isTyped } = shown;
  const action = saveAnswerAction.bind(null, { id, requestId, part, isTyped });
  const shared = { action, answers, revision, from: undefined, autosaves: false };
  switch (part) {
    case "company":
      return <CompanyQuestions {...shared} />;
    case "stateAid":
      return <StateAidForm {...shared} period={{ today: view.today, since: periodStart(view.today) }} />;
    case "bank":
      return <BankForm {...shared} />;
    case "declarations":
      return <DeclarationsForm {...shared} />;
    default:
      return (
        <TrajectoryForm {...shared} scheme={scheme} personKnown={personKnown} keptNumber={view.keptNumber} />
      );
  }
}
