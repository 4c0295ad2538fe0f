"use client";
import { useTranslations } from "next-intl";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { invitationSchema } from "@/lib/filing/invitation";
import type { FormAction } from "@/lib/form-state";

export function InviteForm({ action }: { action: FormAction }) {
  const t = useTranslations("form.invite");
  return (
    <ServerForm schema={invitationSchema} action={action}>
      <TextField name="colleagueEmail" type="email" autoComplete="off" />
      <div className="actions">
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ServerForm>
  );
}
