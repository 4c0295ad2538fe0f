import "server-only";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { newId } from "@/db/new-id";
import { caseNotes } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import type { noteSchema } from "@/lib/cases/schema";
import { seal } from "@/lib/privacy/seal";

/**
 * An official writes a note that colleagues read and employers never see. Throws NotFound, also for an official who
 * is tied to the employer.
 */
export async function writeNote(
  actor: Staff,
  { applicationId, note }: z.output<typeof noteSchema>,
): Promise<{ noteId: string }> {
  return asActor(actor, async (tx) => {
    await lockApplication(tx, applicationId);
    const noteId = await addNote(tx, actor, applicationId, note);
    await recordEvent(tx, actor, {
      type: "application.note",
      stream: `application:${applicationId}`,
      applicationId,
      payload: { note: noteId },
    });
    return { noteId };
  });
}

/** Stores a note in the caller's transaction, together with its event; gives its id. */
export async function addNote(tx: Tx, actor: Staff, applicationId: string, text: string): Promise<string> {
  const id = await newId(tx);
  const sealed = await seal({ text }, `case_notes.text:${id}`);
  await tx.insert(caseNotes).values({ id, applicationId, text: sealed, writtenBy: actor.personId });
  return id;
}
