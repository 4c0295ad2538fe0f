"use client";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { PartGroup } from "@/components/applications/part-group";
import { QuestionList } from "@/components/applications/questions";
import type { Questions } from "@/lib/answers/questions/question";
import { type TrajectoryGroup, trajectoryFields, trajectoryGroups } from "@/lib/answers/questions/registry";
import { trajectoryFormSchema } from "@/lib/answers/trajectory-form";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { PersonQuestions } from "./person-questions";
import { RosterQuestions } from "./roster-questions";

type Props = PartFormProps & { scheme: Scheme; personKnown: boolean };

/** The questions about one statushouder, in the groups of the scheme. */
export function TrajectoryForm({ scheme, personKnown, ...props }: Props) {
  return (
    <PartForm {...props} schema={trajectoryFormSchema(scheme, personKnown)} fields={trajectoryFields(scheme)}>
      {trajectoryGroups(scheme).map(([group, questions]) => (
        <PartGroup key={group} group={group}>
          <Group group={group} questions={questions} personKnown={personKnown} />
        </PartGroup>
      ))}
    </PartForm>
  );
}

type GroupProps = { group: TrajectoryGroup; questions: Questions; personKnown: boolean };

/** Most groups are a list; the person's number and the roster have components of their own. */
function Group({ group, questions, personKnown }: GroupProps) {
  if (group === "person") return <PersonQuestions personKnown={personKnown} />;
  if (group === "roster") return <RosterQuestions />;
  return <QuestionList questions={questions} />;
}
