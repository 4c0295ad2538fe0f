import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isOpen } from "@/lib/decisions/hearing";
import { mayPropose } from "@/lib/decisions/revision";
import { openCase } from "../open-case";
import { RevisionForm } from "../revision/revision-form";
import { RevisionPage, type RevisionPageProps, revisionMetadata } from "../revision/revision-page";

export const generateMetadata = (props: RevisionPageProps) => revisionMetadata(props, "objection");

/** The proposal to grant after an upheld objection. */
export default async function ObjectionPage({ params }: RevisionPageProps) {
  const { view } = await openCase(params, "reviewer");
  const isOff = !view.decision || view.intentions.some(isOpen);
  if (isOff || !mayPropose("grant_on_objection", view)) return redirect(`/cases/${view.id}`);
  const t = await getTranslations("revision");
  return (
    <RevisionPage view={view} revision="objection">
      <RevisionForm
        applicationId={view.id}
        revision="grant_on_objection"
        numbers={view.requested.map(({ number }) => String(number))}
        submit={t("submit")}
      />
    </RevisionPage>
  );
}
