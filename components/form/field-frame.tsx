"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "@/components/ui/shape";
import type { Field } from "./use-field";

type Props = { field: Field; optional?: boolean; children: ReactNode };

/** Label, help and error around one input, in that order. */
export function FieldFrame({ field, optional, children }: Props) {
  return (
    <div className={frameClass(field)}>
      <label className="utrecht-form-label" htmlFor={field.id}>
        <LabelText field={field} optional={optional} />
      </label>
      <FieldHelp field={field} />
      <FieldError field={field} />
      {children}
    </div>
  );
}

/** The same around several inputs for one question; the question is the legend. */
export function FieldsetFrame({ field, optional, children }: Props) {
  return (
    <fieldset className={`fieldset ${frameClass(field)}`} {...field.aria}>
      <legend className="utrecht-form-label">
        <LabelText field={field} optional={optional} />
      </legend>
      <FieldHelp field={field} />
      <FieldError field={field} />
      {children}
    </fieldset>
  );
}

const frameClass = ({ error }: Field) =>
  error ? "utrecht-form-field utrecht-form-field--invalid" : "utrecht-form-field";

function LabelText({ field, optional }: Omit<Props, "children">) {
  const t = useTranslations("common.form");
  if (!optional) return field.words.label;
  return (
    <>
      {field.words.label} <span className="optional">{t("optional")}</span>
    </>
  );
}

function FieldHelp({ field }: { field: Field }) {
  if (!field.words.help) return null;
  return (
    <p className="utrecht-form-field-description" id={`${field.id}-help`}>
      {field.words.help}
    </p>
  );
}

export function FieldError({ field }: { field: Field }) {
  if (!field.error) return null;
  return (
    <p className="utrecht-form-field-error-message field-error" id={`${field.id}-error`}>
      <Shape tone="error" />
      {field.error}
    </p>
  );
}
