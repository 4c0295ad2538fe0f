import "server-only";
import { readAs } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { caseMessages } from "./message-box";
import { agreementsOf, contactHistory, questionThread } from "./thread";

/** All correspondence about one case, for officials. */
export async function caseCorrespondence(actor: Staff, applicationId: string) {
  const [messages, thread, contacts, agreements] = await Promise.all([
    caseMessages(actor, applicationId),
    questionThread(actor, applicationId),
    contactHistory(actor, applicationId),
    readAs(actor, (tx) => agreementsOf(tx, applicationId)),
  ]);
  return { messages, posts: thread?.posts ?? [], contacts, agreements };
}

export type CaseCorrespondence = Awaited<ReturnType<typeof caseCorrespondence>>;
