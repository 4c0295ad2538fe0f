"use client";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { PartGroup } from "@/components/applications/part-group";
import { trajectoryFields } from "@/lib/answers/fields";
import { trajectoryFormSchema } from "@/lib/answers/trajectory-form";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { ContractQuestions, PersonQuestions, TrackQuestions } from "./common-questions";
import { PlanQuestions } from "./plan-questions";
import { RosterQuestions } from "./roster-questions";
import { StartbaanQuestions } from "./startbaan-questions";

type Props = PartFormProps & { scheme: Scheme; personKnown: boolean };

/** Everything about one statushouder, in groups; the questions of a group stand in files of their own. */
export function TrajectoryForm({ scheme, personKnown, ...props }: Props) {
  return (
    <PartForm {...props} schema={trajectoryFormSchema(scheme, personKnown)} fields={trajectoryFields(scheme)}>
      <PartGroup group="person">
        <PersonQuestions personKnown={personKnown} />
      </PartGroup>
      <PartGroup group="contract">
        <ContractQuestions />
      </PartGroup>
      {scheme === "startbaan" && (
        <PartGroup group="startbaan">
          <StartbaanQuestions />
        </PartGroup>
      )}
      {scheme === "startbaan" && (
        <PartGroup group="roster">
          <RosterQuestions />
        </PartGroup>
      )}
      <PartGroup group="plan">
        <PlanQuestions scheme={scheme} />
      </PartGroup>
      <PartGroup group="track">
        <TrackQuestions />
      </PartGroup>
    </PartForm>
  );
}
