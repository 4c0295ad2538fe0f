import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AwardLines } from "@/components/applications/award-lines";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Aside, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { settleable } from "@/lib/decisions/manual-checks";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { can } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";
import { ProposalForm } from "./proposal-form";
import { Statements } from "./statements";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("staff.propose"), openCase(params, "reviewer")]);
  return { title: t("title", { reference: view.reference }) };
}

export default async function ProposePage({ params }: Props) {
  const { actor, view } = await openCase(params, "reviewer");
  const { id } = view;
  if (!can("propose", view.state, actor.roles)) return redirect(`/cases/${id}`);
  const t = await getTranslations("staff.propose");
  const ownEyes = settleable(view.checks);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{view.reference}</BackLink>
        <Heading level={1}>{t("title", { reference: view.reference })}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
      </Stack>
      <Aside
        aside={
          <>
            <Heading level={2} looksLike={4}>
              {t("amounts")}
            </Heading>
            <AwardLines lines={awardFor(rulesFor(view.rulesVersion), view.requested)} />
          </>
        }
      >
        {ownEyes.includes("account_name") && <Statements view={view} />}
        <ProposalForm
          applicationId={id}
          version={view.version}
          settleable={ownEyes}
          numbers={view.requested.map(({ number }) => String(number))}
          submit={t("submit")}
        />
      </Aside>
    </Stack>
  );
}
