import { getTranslations } from "next-intl/server";
import { openToLower } from "../../intend-lowering/open-to-lower";
import { RevisionForm } from "../../revision/revision-form";
import { RevisionPage, type RevisionPageProps, revisionMetadata } from "../../revision/revision-page";

export const generateMetadata = (props: RevisionPageProps) => revisionMetadata(props, "request");

/** The proposal to lower a grant at the employer's request, without a hearing. */
export default async function LowerOnRequestPage({ params }: RevisionPageProps) {
  const { view, numbers } = await openToLower(params);
  const t = await getTranslations("revision");
  return (
    <RevisionPage view={view} revision="request">
      <RevisionForm
        applicationId={view.id}
        revision="lower"
        numbers={numbers}
        onRequest
        submit={t("submit")}
      />
    </RevisionPage>
  );
}
