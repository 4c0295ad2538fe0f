import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readDraft } from "@/lib/applications/queries/read-draft";
import { readStatus } from "@/lib/applications/queries/read-status";
import { requireEmployer } from "@/lib/auth/session";
import { idOrNotFound } from "../../or-not-found";
import { DraftOverview } from "./draft-overview";
import { StatusOverview } from "./status-overview";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("one") };
}

/** A draft shows what is still to do, a filed application where it stands. */
export default async function ApplicationPage({ params, searchParams }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const draft = await readDraft(actor, id);
  if (draft && draft !== "filed")
    return <DraftOverview draft={draft} justSaved={(await searchParams).saved !== undefined} />;
  const status = draft && (await readStatus(actor, id));
  return status ? <StatusOverview status={status} /> : notFound();
}
