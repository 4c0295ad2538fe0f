"use client";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { replySchema } from "@/lib/completion/schema";
import type { FormAction } from "@/lib/form-state";

type Props = { action: FormAction; reply: string; submit: string };

export function ReplyForm({ action, reply, submit }: Props) {
  return (
    <ServerForm schema={replySchema} action={action} defaults={{ reply }}>
      <TextArea name="reply" max={2000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
