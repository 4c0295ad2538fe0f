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
  /** Sends what is there, complete or not, and leaves the judging to the server. */
  unchecked?: boolean;
  /** Shows what is wrong and sends it all the same, so that what was typed is kept. */
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
