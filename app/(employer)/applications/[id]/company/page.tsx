import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterCard } from "@/components/applications/register-card";
import type { RawSection } from "@/lib/applications/answers";
import { ownRegisterEntry } from "@/lib/applications/queries/own-register-entry";
import type { RegisterAnswer } from "@/lib/applications/register";
import { requireEmployer } from "@/lib/auth/session";
import { savePartAction } from "../actions";
import { cameFrom, openDraft } from "../open-draft";
import { PartPage } from "../part-page";
import { CompanyForm } from "./company-form";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.parts.company");
  return { title: t("question") };
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const [draft, from, t] = await Promise.all([
    openDraft(params),
    cameFrom(searchParams),
    getTranslations("applications.parts.company"),
  ]);
  const { answers, revision } = draft.sections.company;
  const register = await ownRegisterEntry(await requireEmployer());
  const action = savePartAction.bind(null, { id: draft.id, part: "company" });
  return (
    <PartPage draft={draft} from={from} title={t("question")} lead={t("lead")}>
      <RegisterCard answer={register} />
      <CompanyForm
        action={action}
        answers={{ ...knownFrom(register), ...answers }}
        revision={revision}
        from={from}
      />
    </PartPage>
  );
}

/** What need not be typed when the register says it. */
function knownFrom(answer: RegisterAnswer): RawSection {
  if ("problem" in answer) return {};
  const { activities, city } = answer.found;
  return { ...(activities[0] && { sbiCode: activities[0].code }), ...(city && { workPlace: city }) };
}
