"use client";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { FormAction, RawSection } from "@/lib/form-state";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { type FormSchema, useServerForm } from "./use-server-form";

type Props = {
  schema: FormSchema;
  action: FormAction;
  /** The answers typed before, as `rawSection` gave them. */
  defaults?: RawSection;
  /** Whether the action also saves automatically. */
  autosaves?: boolean;
  children?: ReactNode;
};

/**
 * A form of fields that need a `name` only: labels, help and options come from `form.<name>` in the catalogue,
 * errors from `problems`. It stands in a client component of the route, inside `FormWords`:
 *
 *     <ServerForm schema={SECTION_SCHEMAS.bank} action={saveBank} defaults={typed}>
 *       <TextField name="iban" autoComplete="off" />
 *       <SubmitButton>{t("save")}</SubmitButton>
 *     </ServerForm>
 */
export function ServerForm({ schema, action, defaults, autosaves, children }: Props) {
  const { formProps, kit, summaryDue, notice } = useServerForm(schema, action, defaults, { autosaves });
  return (
    <FormContext value={kit}>
      <form {...formProps} className="form stack stack--loose">
        <ErrorSummary problems={kit.problems} due={summaryDue} />
        {notice && kit.problems.length === 0 && (
          <Alert kind="ok" live>
            <p>{notice}</p>
          </Alert>
        )}
        {children}
      </form>
    </FormContext>
  );
}
