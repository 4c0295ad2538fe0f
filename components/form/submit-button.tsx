"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { useFormKit } from "./form-context";

type Props = {
  variant?: ButtonVariant;
  /** Posted along, so that one form can offer two actions: name="intent" value="save". */
  name?: string;
  value?: string;
  /** Sends incomplete answers too; the server validates. */
  unchecked?: boolean;
  /** Shows problems and sends the form all the same, so that the answers are saved. */
  keep?: boolean;
  children?: ReactNode;
};

export function SubmitButton({ variant, name, value, unchecked, keep, children }: Props) {
  const { pending } = useFormKit();
  const t = useTranslations("common.form");
  return (
    <>
      <Button
        type="submit"
        variant={variant}
        name={name}
        value={value}
        formNoValidate={unchecked}
        data-keep={keep || undefined}
        aria-disabled={pending}
      >
        {children}
      </Button>
      <span role="status" className="visually-hidden">
        {pending ? t("sending") : ""}
      </span>
    </>
  );
}
