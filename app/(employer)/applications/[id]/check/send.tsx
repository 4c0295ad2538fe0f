import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import type { CheckedDraft } from "@/lib/filing/queries/check-draft";
import { submitAction } from "./actions";

/** The button to file; absent while something blocks filing. */
export function Send({ draft: { id, answersVersion, checks } }: { draft: CheckedDraft }) {
  const t = useTranslations("applications.check");
  const isReady = checks?.every(({ outcome }) => outcome !== "fail") ?? false;
  if (!isReady) return <p>{t("notReady")}</p>;
  return (
    <Stack>
      <Heading level={2}>{t("send")}</Heading>
      <p>{t("sendText")}</p>
      <ActionForm action={submitAction} values={{ id, answersVersion: String(answersVersion) }}>
        {t("sendButton")}
      </ActionForm>
    </Stack>
  );
}
