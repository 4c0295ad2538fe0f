"use client";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { TextField } from "@/components/form/text-field";
import { Alert } from "@/components/ui/alert";
import { CONTRACT_TYPES, INBURGERING_STATES, WOMENS_MEASURES } from "@/lib/answers/trajectory-answers";
import { PERMIT_CATEGORIES } from "@/lib/vocabulary/permits";
import { TRACKS } from "@/lib/vocabulary/scheme";

/** Who it is about, and the permit. The number itself never comes back to the screen. */
export function PersonQuestions({ personKnown }: { personKnown: boolean }) {
  const t = useTranslations("form.personKnown");
  return (
    <>
      <TextField name="pseudonym" width="medium" autoComplete="off" />
      {personKnown && (
        <Alert kind="ok" heading={t("title")}>
          <p>{t("text")}</p>
        </Alert>
      )}
      <TextField
        name="personNumber"
        width="short"
        inputMode="numeric"
        autoComplete="off"
        optional={personKnown}
      />
      <RadioGroup name="permitCategory" options={PERMIT_CATEGORIES} />
      <div className="fixed-term-only">
        <DayField name="permitValidUntil" />
      </div>
      <RadioGroup name="inburgering" options={INBURGERING_STATES} />
    </>
  );
}

export function ContractQuestions() {
  return (
    <>
      <RadioGroup name="contractType" options={CONTRACT_TYPES} />
      <DayField name="contractStartsOn" />
      <DayField name="contractEndsOn" optional />
      <TextField name="hoursPerWeek" width="short" inputMode="decimal" autoComplete="off" />
      <RadioGroup name="earlierPaidWork" options={["no", "yes"]} />
    </>
  );
}

/** What is asked for women only appears with the women's track, also without JavaScript. */
export function TrackQuestions() {
  return (
    <>
      <RadioGroup name="track" options={TRACKS} />
      <div className="women-only stack stack--loose">
        <Checkbox name="womenAgrees" />
        <TextField name="womenExtraHours" width="short" inputMode="decimal" autoComplete="off" />
        <CheckboxGroup name="womenMeasures" options={WOMENS_MEASURES} />
      </div>
    </>
  );
}
