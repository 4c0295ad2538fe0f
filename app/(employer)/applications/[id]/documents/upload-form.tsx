"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FileField } from "@/components/form/file-field";
import { FormContext } from "@/components/form/form-context";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { type DocumentProblem, uploadProblem } from "@/lib/documents/upload-problems";
import { DOCUMENT_KINDS, type DocumentKind } from "@/lib/vocabulary/document-kinds";
import { sendFile } from "./send-file";
import { UploadProgress } from "./upload-progress";

type Props = {
  applicationId: string;
  from: string | undefined;
  /** The answer to an earlier attempt without scripts, and the kind that was chosen then. */
  refused: DocumentProblem | undefined;
  kind: DocumentKind;
};

const ACCEPT = ".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg";

/** Sends one file and shows its progress; without JavaScript the same form is posted to the same address. */
export function UploadForm({ applicationId, from = "", refused, kind }: Props) {
  const t = useTranslations("documents");
  const router = useRouter();
  const { register, trigger } = useForm();
  const [code, setCode] = useState(refused);
  const [share, setShare] = useState<number>();
  const summaryDue = useRef(true);
  const address = `/api/applications/${applicationId}/documents`;
  const problems = code ? [uploadProblem(code)] : [];
  const pending = share !== undefined;

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const element = event.currentTarget;
    setShare(0);
    const answer = await sendFile(address, new FormData(element), setShare);
    setShare(undefined);
    summaryDue.current = true;
    if ("refused" in answer) {
      setCode(answer.refused);
      return answer.refused === "document-unknown" ? router.refresh() : undefined;
    }
    setCode(undefined);
    element.reset();
    const words = new URLSearchParams({ added: answer.added, ...(from && { from }) });
    router.replace(`/applications/${applicationId}/documents?${words}`, { scroll: false });
    router.refresh();
  }

  return (
    <FormContext
      value={{
        register,
        trigger,
        values: { documentKind: kind },
        theirs: undefined,
        autosave: { kind: "idle" },
        problems,
        pending,
      }}
    >
      <form
        method="post"
        action={address}
        encType="multipart/form-data"
        className="form stack stack--loose"
        noValidate
        onSubmit={(event) => void onSubmit(event)}
      >
        <ErrorSummary problems={problems} due={summaryDue} />
        <input type="hidden" name="from" value={from} />
        <RadioGroup name="documentKind" options={DOCUMENT_KINDS} />
        <FileField name="documentFile" accept={ACCEPT} />
        {share !== undefined && <UploadProgress share={share} />}
        <div className="actions">
          <SubmitButton unchecked>{t("upload")}</SubmitButton>
        </div>
      </form>
    </FormContext>
  );
}
