"use client";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { PartGroup } from "@/components/applications/part-group";
import { QuestionList } from "@/components/applications/questions";
import type { Questions } from "@/lib/answers/questions/question";
import { type TrajectoryGroup, trajectoryFields, trajectoryGroups } from "@/lib/answers/questions/registry";
import { trajectoryFormSchema } from "@/lib/answers/trajectory-form";
import type { KeptNumber } from "@/lib/schemes/person-checks";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { PersonQuestions } from "./person-questions";
import { RosterQuestions } from "./roster-questions";

type Person = { personKnown: boolean; keptNumber: KeptNumber | undefined };
type Props = PartFormProps & Person & { scheme: Scheme };

/** The questions about one statushouder, in the groups of the scheme. */
export function TrajectoryForm({ scheme, personKnown, keptNumber, ...props }: Props) {
  return (
    <PartForm {...props} schema={trajectoryFormSchema(scheme, personKnown)} fields={trajectoryFields(scheme)}>
      {trajectoryGroups(scheme).map(([group, questions]) => (
        <PartGroup key={group} group={group}>
          <Group group={group} questions={questions} personKnown={personKnown} keptNumber={keptNumber} />
        </PartGroup>
      ))}
    </PartForm>
  );
}

type GroupProps = Person & { group: TrajectoryGroup; questions: Questions };

/** Most groups are a list; the person's number and the roster have components of their own. */
function Group({ group, questions, ...person }: GroupProps) {
  if (group === "person") return <PersonQuestions {...person} />;
  if (group === "roster") return <RosterQuestions />;
  return <QuestionList questions={questions} />;
}
