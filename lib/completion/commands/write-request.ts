import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type Item, readKey } from "@/lib/answers/completion-item";
import type { StoredDraft } from "@/lib/answers/draft";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { decideRequest, type RequestRefusal } from "@/lib/completion/request";
import { keepConcept } from "@/lib/concepts/commands/concept";
import { type Day, dayOf } from "@/lib/dates";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result } from "@/lib/result";

type Written = { key: string; listed: boolean; words: string };

/**
 * Keeps the concept of a request for preview; nothing is sent. Keys that are not of this application are left out.
 * Writing again replaces it. Throws NotFound.
 */
export async function writeRequest(
  actor: Staff,
  input: { applicationId: string; version: number; items: readonly Written[]; dueOn: Day },
): Promise<Result<{ conceptId: string }, HandlingRefusal | RequestRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "request_completion", input);
    if (!locked.ok) return locked;
    const { scheme, answers } = locked.value;
    const { trajectories } = await unseal<StoredDraft>(answers, answersOfApplication(locked.value.id));
    const keys = trajectories.map(({ key }) => key);
    const items = input.items.flatMap(({ key, listed, words }): Item[] => {
      const about = readKey(key, scheme, keys);
      return about ? [{ ...about, listed, words }] : [];
    });
    const request = decideRequest({ items, dueOn: input.dueOn }, dayOf(now), await readEquatedDays(tx));
    if (!request.ok) return request;
    const { applicationId } = input;
    return ok(
      await keepConcept(tx, actor, { applicationId, kind: "completion_request", content: request.value }),
    );
  });
}
