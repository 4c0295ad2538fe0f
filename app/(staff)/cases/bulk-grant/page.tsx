import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { ceilingSchema } from "@/lib/budget/ceiling";
import { isDay } from "@/lib/day";
import { bulkGrantView, waitingProposals } from "@/lib/decisions/queries/bulk-grant-view";
import { DayView } from "./day-view";
import { WaitingDays } from "./waiting-days";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const query = z.object({
  plafond: ceilingSchema.optional().catch(undefined),
  dag: z.string().refine(isDay).optional().catch(undefined),
  granted: z.coerce.number().int().positive().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("decisions.bulkGrant"))("title") };
}

/** The days with open proposals; or one day: its set, the ones left out, the budget, and the button. */
export default async function BulkGrantPage({ searchParams }: Props) {
  const actor = await requireStaff("decider");
  const { plafond, dag, granted } = query.parse(await searchParams);
  const t = await getTranslations("decisions.bulkGrant");
  const rankDay = plafond && dag ? { ceiling: plafond, day: dag } : undefined;
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={rankDay ? "/cases/bulk-grant" : "/cases"}>{t(rankDay ? "days" : "back")}</BackLink>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        {granted && (
          <Alert kind="ok" live>
            <p>{t("granted", { count: granted })}</p>
          </Alert>
        )}
      </Stack>
      {rankDay ? (
        <DayView rankDay={rankDay} view={await bulkGrantView(actor, rankDay)} />
      ) : (
        <WaitingDays days={await waitingProposals(actor)} />
      )}
    </Stack>
  );
}
