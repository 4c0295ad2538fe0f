import "server-only";
import { eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { personNumberSchema, type RawSection } from "@/lib/applications/answers";
import { answersOf, type Part, revisionOf, type StoredDraft, withPart } from "@/lib/applications/draft";
import type { State } from "@/lib/applications/lifecycle";
import { NotFound } from "@/lib/errors";
import { keyedHash, seal, unseal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";
import { type ApplicationRow, lockOwnApplication } from "./lock-application";

export type SaveRefusal =
  | { reason: "not-a-draft"; state: State }
  | { reason: "changed-elsewhere"; theirs: RawSection; revision: number };

type Saved = { savedAt: Date; revision: number };

/**
 * Keeps one part of a draft as typed, complete or not. `revision` is the one the page was made from:
 * when someone else saved this part since, nothing is overwritten and their answers come back.
 * A typed BSN or V-number is turned into a key at once and never stored.
 */
export async function savePart(
  actor: Employer,
  input: { applicationId: string; part: Part; answers: RawSection; revision: number },
): Promise<Result<Saved, SaveRefusal>> {
  return changeDraft(actor, input.applicationId, (draft) => {
    const stored = answersOf(draft, input.part);
    if (!stored) throw new NotFound(input.part);
    const revision = revisionOf(draft, input.part);
    if (revision !== input.revision) return refuse({ reason: "changed-elsewhere", theirs: stored, revision });
    return ok(withPart(draft, input.part, withPersonKey(input.answers, stored)));
  }).then((result) => (result.ok ? ok({ savedAt: result.value, revision: input.revision + 1 }) : result));
}

function withPersonKey(typed: RawSection, stored: RawSection): RawSection {
  const { personNumber, personKey: _forged, ...answers } = typed;
  if (!("personNumber" in typed)) return answers;
  const read = personNumberSchema.safeParse(personNumber);
  const personKey = read.success ? keyedHash("person", read.data) : stored.personKey;
  return personKey ? { ...answers, personKey } : answers;
}

/** Adds an empty trajectory, or a copy of another without what belongs to one person; gives its key. */
export async function addTrajectory(
  actor: Employer,
  input: { applicationId: string; key: string; copyOf?: string },
): Promise<Result<Date, SaveRefusal>> {
  return changeDraft(actor, input.applicationId, (draft) => {
    if (draft.trajectories.some((t) => t.key === input.key)) return ok(draft);
    const source = draft.trajectories.find((t) => t.key === input.copyOf)?.answers ?? {};
    const {
      pseudonym: _p,
      personKey: _k,
      permitValidUntil: _v,
      womenAgrees: _w,
      monitoringConsent: _m,
      ...answers
    } = source;
    return ok({ ...draft, trajectories: [...draft.trajectories, { key: input.key, answers }] });
  });
}

/** Takes a trajectory out of the draft; taking out one that is gone changes nothing. */
export async function removeTrajectory(
  actor: Employer,
  input: { applicationId: string; key: string },
): Promise<Result<Date, SaveRefusal>> {
  return changeDraft(actor, input.applicationId, (draft) =>
    ok({ ...draft, trajectories: draft.trajectories.filter((t) => t.key !== input.key) }),
  );
}

function changeDraft(
  actor: Employer,
  applicationId: string,
  change: (draft: StoredDraft) => Result<StoredDraft, SaveRefusal>,
): Promise<Result<Date, SaveRefusal>> {
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    if (application.state !== "draft") return refuse({ reason: "not-a-draft", state: application.state });
    const changed = change(await unseal<StoredDraft>(application.answers));
    if (!changed.ok) return changed;
    await store(tx, application, changed.value, now);
    return ok(now);
  });
}

async function store(tx: Tx, application: ApplicationRow, draft: StoredDraft, now: Date): Promise<void> {
  await tx
    .update(applications)
    .set({ answers: await seal(draft), answersVersion: application.answersVersion + 1, savedAt: now })
    .where(eq(applications.id, application.id));
}
