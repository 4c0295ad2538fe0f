"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayField } from "@/components/form/day-field";
import { useFormKit } from "@/components/form/form-context";
import { MoneyField } from "@/components/form/money-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { MOST_ROWS, rowField, typedRows } from "@/lib/answers/aid-rows";
import { isDay } from "@/lib/day";
import { rawSection } from "@/lib/form-state";
import { type AidPeriod, oddDay } from "@/lib/state-aid/odd-day";
import { AID_REGULATIONS } from "@/lib/state-aid/regulations";

/**
 * The list of state aid, a row per grant. Its buttons save the answers and add or remove a row, with or without
 * scripts; `shape` then changes, so that the fields start from the saved answers. Other answers keep the fields,
 * because someone may have typed on.
 */
export function AidRows({ period }: { period: AidPeriod }) {
  const t = useTranslations("stateAid");
  const { values } = useFormKit();
  const filled = typedRows(values).length;
  const asked = Math.min(MOST_ROWS, Math.max(1, filled + (values.moreRows ? 1 : 0)));
  const [rows, setRows] = useState({ shape: values.shape, shown: asked });
  if (values.shape !== undefined && values.shape !== rows.shape)
    setRows({ shape: values.shape, shown: asked });
  const shown = Math.max(rows.shown, asked);
  return (
    <div className="aid-only stack stack--loose" key={String(rows.shape ?? "")}>
      {Array.from({ length: shown }, (_, row) => (
        <fieldset key={rowField(row, "amount")} className="aid-row stack">
          <legend>{t("row", { number: row + 1 })}</legend>
          <AidDay name={rowField(row, "grantedOn")} period={period} />
          <TextField name={rowField(row, "grantor")} autoComplete="off" />
          <MoneyField name={rowField(row, "amount")} />
          <SelectField name={rowField(row, "regulation")} options={AID_REGULATIONS} />
          <TextField
            name={rowField(row, "kvkNumber")}
            width="short"
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            optional
          />
          {filled > 0 && (
            <SubmitButton name="rows" value={`remove-${row}`} variant="link" unchecked>
              {t("remove", { number: row + 1 })}
            </SubmitButton>
          )}
        </fieldset>
      ))}
      {shown < MOST_ROWS && (
        <div className="actions">
          <SubmitButton name="rows" value="add" variant="secondary" unchecked>
            {t("add")}
          </SubmitButton>
        </div>
      )}
    </div>
  );
}

/** The day of a grant, with a warning when it is in the future or too old to count. */
function AidDay({ name, period }: { name: string; period: AidPeriod }) {
  const t = useTranslations("stateAid.oddDay");
  const { values } = useFormKit();
  const [typed, setTyped] = useState(values[name]);
  const why = typeof typed === "string" && isDay(typed) ? oddDay(typed, period) : undefined;
  return (
    <div className="stack" onInput={(event) => setTyped(typedIn(event.currentTarget, name))}>
      <DayField name={name} />
      <p role="status" className="aid-day__question">
        {why && t(why)}
      </p>
    </div>
  );
}

function typedIn(element: Element, name: string) {
  const form = element.closest("form");
  return form ? rawSection(new FormData(form))[name] : undefined;
}
