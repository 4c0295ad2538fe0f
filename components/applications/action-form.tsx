"use client";
import type { ReactNode } from "react";
import * as z from "zod";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ButtonVariant } from "@/components/ui/button-class";
import type { FormAction } from "@/lib/form-state";
import { HiddenField } from "./hidden-field";

const NOTHING_TYPED = z.record(z.string(), z.unknown());

type Props = {
  action: FormAction;
  /** Hidden values of the form. */
  values?: Record<string, string>;
  variant?: ButtonVariant;
  children: ReactNode;
};

/** One button with its action; a refusal is shown above it. */
export function ActionForm({ action, values = {}, variant, children }: Props) {
  return (
    <ServerForm schema={NOTHING_TYPED} action={action} defaults={values}>
      {Object.keys(values).map((name) => (
        <HiddenField key={name} name={name} />
      ))}
      <div className="actions">
        <SubmitButton variant={variant} unchecked>
          {children}
        </SubmitButton>
      </div>
    </ServerForm>
  );
}
