import { useTranslations } from "next-intl";
import { Shape } from "@/components/ui/shape";
import type { ChangeField } from "@/lib/forecast/question";

type Props = { field: ChangeField; typed: string; isWrong: boolean };

/** One amount to try; empty is the present amount. */
export function ChangeQuestion({ field, typed, isWrong }: Props) {
  const t = useTranslations("year.whatIf.field");
  const [helpId, errorId] = [`${field}-help`, `${field}-error`];
  return (
    <div className={isWrong ? "utrecht-form-field utrecht-form-field--invalid" : "utrecht-form-field"}>
      <label className="utrecht-form-label" htmlFor={field}>
        {t(`${field}.label`)}
      </label>
      <p className="utrecht-form-field-description" id={helpId}>
        {t(`${field}.help`)}
      </p>
      {isWrong && (
        <p className="utrecht-form-field-error-message field-error" id={errorId}>
          <Shape tone="error" /> {t(`${field}.wrong`)}
        </p>
      )}
      <input
        className="utrecht-textbox utrecht-textbox--html-input width-medium"
        id={field}
        name={field}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={typed}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${errorId} ${helpId}` : helpId}
      />
    </div>
  );
}
