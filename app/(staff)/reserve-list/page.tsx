import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { readsCases } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { ceilingKey } from "@/lib/budget/ceiling";
import { dividedCeilings } from "@/lib/budget/queries/divided-ceilings";
import { reserveList } from "@/lib/order/queries/reserve-list";
import { CeilingReserve } from "./ceiling-reserve";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reserve"))("title") };
}

export default async function ReserveListPage() {
  const actor = await requireStaff();
  const t = await getTranslations("reserve");
  const ceilings = await dividedCeilings(actor);
  const lists = await Promise.all(ceilings.map((ceiling) => reserveList(actor, ceiling)));
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
      </Stack>
      {lists.map((list) => (
        <CeilingReserve
          key={ceilingKey(list.ceiling)}
          list={list}
          opensCases={readsCases(actor.roles)}
          roles={actor.roles}
        />
      ))}
    </Stack>
  );
}
