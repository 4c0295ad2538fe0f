import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { heardOnLowering } from "@/lib/decisions/hearing";
import { openToLower } from "../intend-lowering/open-to-lower";
import { RevisionForm } from "../revision/revision-form";
import { RevisionPage, type RevisionPageProps, revisionMetadata } from "../revision/revision-page";

export const generateMetadata = (props: RevisionPageProps) => revisionMetadata(props, "lower");

/** The proposal to lower a grant after a hearing; without one it redirects to the hearing. */
export default async function LowerPage({ params }: RevisionPageProps) {
  const { view, numbers, typedIn } = await openToLower(params);
  const heard = heardOnLowering(view.intentions, view.version);
  if (!heard) return redirect(`/cases/${view.id}/intend-lowering`);
  const t = await getTranslations("revision");
  return (
    <RevisionPage view={view} revision="lower">
      <p>
        {t("heard", { responded: heard.respondedAt ? "yes" : "no" })}{" "}
        <Link href={`/cases/${view.id}#intentions`}>{t("readResponse")}</Link>
      </p>
      <RevisionForm
        applicationId={view.id}
        revision="lower"
        numbers={numbers}
        keep={(heard.kept ?? []).map(({ trajectory }) => String(trajectory))}
        amounts={typedIn(heard.kept ?? [])}
        explanation={heard.explanation}
        submit={t("submit")}
      />
    </RevisionPage>
  );
}
