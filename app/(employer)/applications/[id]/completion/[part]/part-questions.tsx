import { notFound } from "next/navigation";
import { type Part, partKey } from "@/lib/applications/draft";
import type { CompletionView } from "@/lib/completion/queries/read-completion";
import { BankForm } from "../../bank/bank-form";
import { CompanyQuestions } from "../../company/company-questions";
import { DeclarationsForm } from "../../declarations/declarations-form";
import { StateAidForm } from "../../state-aid/state-aid-form";
import { TrajectoryForm } from "../../trajectories/[key]/trajectory-form";
import { saveAnswerAction } from "../actions";

/** The form of one part, the same as in a draft, that saves into the answer. */
export function PartQuestions({ view, part }: { view: CompletionView; part: Part }) {
  const { id, scheme, sections, trajectories } = view;
  const action = saveAnswerAction.bind(null, { id, part });
  const shared = { action, from: undefined, autosaves: false };
  switch (part) {
    case "company":
      return <CompanyQuestions {...shared} {...asked(sections.company)} />;
    case "stateAid":
      return <StateAidForm {...shared} {...asked(sections.stateAid)} />;
    case "bank":
      return <BankForm {...shared} {...asked(sections.bank)} />;
    case "declarations":
      return <DeclarationsForm {...shared} {...asked(sections.declarations)} />;
    default: {
      const trajectory = trajectories.find(({ key }) => key === partKey(part));
      if (!trajectory) return notFound();
      const { personKnown } = trajectory;
      return <TrajectoryForm {...shared} {...asked(trajectory)} scheme={scheme} personKnown={personKnown} />;
    }
  }
}

const asked = ({ answers, revision }: CompletionView["sections"]["company"]) => ({ answers, revision });
