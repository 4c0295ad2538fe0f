import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { readsCases } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { reserveList } from "@/lib/order/queries/reserve-list";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { SchemeReserve } from "./scheme-reserve";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reserve"))("title") };
}

export default async function ReserveListPage() {
  const actor = await requireStaff();
  const [t, ...lists] = await Promise.all([
    getTranslations("reserve"),
    ...SCHEMES.map((scheme) => reserveList(actor, scheme)),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
      </Stack>
      {lists.map((list) => (
        <SchemeReserve key={list.scheme} list={list} opensCases={readsCases(actor.roles)} />
      ))}
    </Stack>
  );
}
