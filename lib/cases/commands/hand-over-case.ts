import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { AssignmentRefusal } from "@/lib/cases/assignment";
import type { handOverSchema } from "@/lib/cases/schema";
import { violatedConstraint } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { assignTo, lockForAssignment } from "./assign";
import { addNote } from "./write-note";

/**
 * A reviewer makes a colleague the handler of a case, or takes over a colleague's case, with the reason in a note.
 * Refused when the new handler is no reviewer or belongs to the employer, and when the handler is not the one on
 * screen.
 */
export async function handOverCase(
  actor: Staff,
  { applicationId, seenAssigneeId, to, handOverReason }: z.output<typeof handOverSchema>,
): Promise<Result<{ handedOver: true }, AssignmentRefusal>> {
  try {
    return await asActor(actor, async (tx) => {
      const locked = await lockForAssignment(tx, actor, { applicationId, assigneeId: seenAssigneeId });
      if (!locked.ok) return refuse(locked.refusal);
      if (locked.value.assigneeId === to) return ok({ handedOver: true });
      const noteId = await addNote(tx, actor, applicationId, handOverReason);
      await assignTo(tx, actor, locked.value, { verb: "hand_over", to, noteId });
      return ok({ handedOver: true });
    });
  } catch (error) {
    if (violatedConstraint(error)?.startsWith("applications_assignee_"))
      return refuse({ reason: "colleague-cannot" });
    throw error;
  }
}
