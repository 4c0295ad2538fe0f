import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { ceilingKey } from "@/lib/budget/ceiling";
import { dividedCeilings } from "@/lib/budget/queries/divided-ceilings";
import { refusalSetView } from "@/lib/decisions/queries/refusal-set";
import { RefusalSet } from "./refusal-set";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const query = z.object({ gedaan: z.coerce.number().int().positive().optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reserve.refuse"))("title") };
}

/** Proposals that a decider can refuse in bulk because the money has run out, per ceiling, each with its letter. */
export default async function RefusePage({ searchParams }: Props) {
  const actor = await requireStaff("decider");
  const { gedaan } = query.parse(await searchParams);
  const t = await getTranslations("reserve");
  const ceilings = await dividedCeilings(actor);
  const sets = await Promise.all(
    ceilings.map(async (ceiling) => ({ ceiling, ...(await refusalSetView(actor, ceiling)) })),
  );
  const waiting = sets.filter(({ cases }) => cases.length > 0);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/reserve-list">{t("title")}</BackLink>
        <Heading level={1}>{t("refuse.title")}</Heading>
        <Paragraph lead>{t("refuse.lead")}</Paragraph>
        {gedaan && (
          <Alert kind="ok" live>
            <p>{t("refuse.done", { count: gedaan })}</p>
          </Alert>
        )}
        {waiting.length === 0 && <Paragraph>{t("refuse.none")}</Paragraph>}
      </Stack>
      {waiting.map((set) => (
        <RefusalSet key={ceilingKey(set.ceiling)} {...set} />
      ))}
    </Stack>
  );
}
