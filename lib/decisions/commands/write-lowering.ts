import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import type { HandlingRefusal } from "@/lib/applications/commands/lock-for-move";
import { keepConcept } from "@/lib/concepts/commands/concept";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import { type Day, dayOf } from "@/lib/dates";
import { isOpen } from "@/lib/decisions/hearing";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import { newestDecision } from "@/lib/decisions/queries/newest-decision";
import { requestedAward } from "@/lib/decisions/queries/requested-award";
import { amountsOf, loweredTo, type Meant, type RevisionRefusal } from "@/lib/decisions/revision";
import type { LoweringInput } from "@/lib/decisions/schema";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { lockToLower } from "./lock-to-lower";

export type LoweringRefusal =
  | HandlingRefusal
  | RevisionRefusal
  | { reason: "until-in-the-past" }
  | { reason: "revision-open" };

/**
 * Keeps the concept of an intended lowering for preview (Awb 4:8, 4:48); nothing is sent. Writing again replaces it.
 * Refused as sending it would be. Throws NotFound.
 */
export async function writeLowering(
  actor: Staff,
  input: LoweringInput,
): Promise<Result<{ conceptId: string }, LoweringRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockToLower(tx, actor, input);
    if (!locked.ok) return locked;
    const may = await mayTell(tx, locked.value, input, dayOf(now));
    if (!may.ok) return may;
    const { applicationId, version, grounds, explanation, untilOn } = input;
    const content = { version, grounds, explanation, untilOn, kept: may.value };
    return ok(await keepConcept(tx, actor, { applicationId, kind: "intended_lowering", content }));
  });
}

/**
 * What stays of each trajectory when the decision in force is lowered like this. Refused when nothing is taken back, when
 * there is no time to respond, and while another change is open.
 */
export async function mayTell(
  tx: Tx,
  application: ApplicationRow,
  { untilOn, ...meant }: Meant & { untilOn: Day },
  today: Day,
): Promise<Result<TrajectoryAmount[], LoweringRefusal>> {
  const { id } = application;
  if (untilOn <= today) return refuse({ reason: "until-in-the-past" });
  const last = await newestDecision(tx, id);
  if (!last) throw new NotFound(`decision on ${id}`);
  const lines = loweredTo(await requestedAward(tx, application), last.lines, meant);
  if (!lines.ok) return lines;
  if ((await intentionsOf(tx, id)).some(isOpen)) return refuse({ reason: "hearing-open" });
  return (await isRevisionOpen(tx, application))
    ? refuse({ reason: "revision-open" })
    : ok(amountsOf(lines.value));
}

/** Whether a revision of the decision in force is open. */
export async function isRevisionOpen(tx: Tx, { id, version }: ApplicationRow): Promise<boolean> {
  const ofThisVersion = [eq(proposals.applicationId, id), eq(proposals.applicationVersion, version)];
  const proposed = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(...ofThisVersion, isNull(proposals.returnedBy)));
  return proposed.length > 0;
}
