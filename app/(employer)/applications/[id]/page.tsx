import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { readMessagesOf } from "@/lib/correspondence/commands/read-message";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { readStatus } from "@/lib/screens/queries/read-status";
import { isPrefetch } from "../../is-prefetch";
import { ReadNow } from "../../read-now";
import { type DraftNews, DraftOverview } from "./draft-overview";
import { StatusOverview } from "./status-overview";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("one") };
}

/** The next step of a draft, or the status of a filed application. */
export default async function ApplicationPage({ params, searchParams }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const draft = await readDraft(actor, id);
  if (draft && draft !== "filed") return <DraftOverview draft={draft} news={newsIn(await searchParams)} />;
  const status = draft && (await readStatus(actor, id));
  if (!status) return notFound();
  if (status.decision && !(await isPrefetch())) await readMessagesOf(actor, id, "decision");
  return (
    <>
      <ReadNow />
      <StatusOverview status={status} />
    </>
  );
}

/** The notice that the address asks for: saved, or started with other answers. */
const newsIn = ({ saved, begun }: Awaited<Props["searchParams"]>): DraftNews | undefined =>
  saved !== undefined ? "justSaved" : NEWS_OF.get(String(begun));

const NEWS_OF = new Map<string, DraftNews>([
  ["precheck", "fromPrecheck"],
  ["copy", "fromCopy"],
]);
