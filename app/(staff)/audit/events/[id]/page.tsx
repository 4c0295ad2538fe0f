import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as z from "zod";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { recordLooking } from "@/lib/audit/commands/record-looking";
import { readEvent } from "@/lib/audit/queries/read-event";
import { requireStaff } from "@/lib/auth/session";
import { EventFacts } from "./event-facts";
import { EventTitle } from "./event-title";
import "../../audit.css";

type Props = { params: Promise<{ id: string }> };

const idSchema = z.coerce.number().int().positive();

const openEvent = cache(async (typed: string) => {
  const actor = await requireStaff("auditor");
  const { data: id } = idSchema.safeParse(typed);
  const detail = id === undefined ? undefined : await readEvent(actor, id);
  return detail ? { actor, detail } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { detail } = await openEvent((await params).id);
  const t = await getTranslations("audit");
  return { title: t("event", { number: detail.event.number }) };
}

/** One event with all its data, its place in the chain, and its neighbours. */
export default async function EventPage({ params }: Props) {
  const { actor, detail } = await openEvent((await params).id);
  const { stream, number } = detail.event;
  const [t] = await Promise.all([
    getTranslations("audit"),
    recordLooking(actor, "audit.read", { stream, number }),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/audit">{t("title")}</BackLink>
        <div className="application-row__title">
          <Heading level={1}>
            <EventTitle type={detail.event.type} />
          </Heading>
          <StatusBadge tone={detail.isWhole ? "ok" : "error"}>
            {t(detail.isWhole ? "whole" : "broken")}
          </StatusBadge>
        </div>
      </Stack>
      <EventFacts detail={detail} />
      <Stack space="tight">
        <Heading level={2}>{t("payload")}</Heading>
        <pre className="payload">{JSON.stringify(detail.event.payload, null, 2)}</pre>
      </Stack>
      <nav aria-label={t("inStream")} className="actions">
        {detail.previousId && <Link href={`/audit/events/${detail.previousId}`}>{t("previousEvent")}</Link>}
        {detail.nextId && <Link href={`/audit/events/${detail.nextId}`}>{t("nextEvent")}</Link>}
      </nav>
    </Stack>
  );
}
