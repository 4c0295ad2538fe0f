import "server-only";
import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { newId } from "@/db/new-id";
import { personChecks, trajectories } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { NotFound } from "@/lib/errors";
import { enqueueRefresh } from "@/lib/outbox/commands/enqueue";
import { seal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import type { CheckResult, CheckWay, PersonCheck } from "@/lib/vocabulary/person-checks";
import type { CheckRefusal } from "../refusals";
import type { outcomeSchema } from "../schema";

type NotRecorded = Extract<CheckRefusal, { reason: "not-your-case" | "person-changed" }>;

/**
 * Records what the reviewer of a case found out outside the portal, and how. It counts as a check of the case. Throws
 * NotFound.
 */
export async function recordOutcome(
  actor: Staff,
  { applicationId, trajectory, personCheck, checkResult, checkExplanation }: z.output<typeof outcomeSchema>,
): Promise<Result<{ recorded: true }, NotRecorded>> {
  return asActor(actor, (tx) =>
    writeCheck(tx, actor, {
      ...{ applicationId, trajectory, kind: personCheck, result: checkResult },
      ...{ way: "by_hand", explanation: checkExplanation },
    }),
  );
}

type Written = {
  applicationId: string;
  trajectory: number;
  kind: PersonCheck;
  result: CheckResult;
  way: CheckWay;
  /** For a check by hand. */
  explanation?: string;
  /** The person who was asked about; absent for the present one. */
  personKey?: string;
};

/** Writes one check with its event, by the handler of an undecided case, about the present person. */
export async function writeCheck(
  tx: Tx,
  actor: Staff,
  { personKey: asked, explanation, ...check }: Written,
): Promise<Result<{ recorded: true }, NotRecorded>> {
  const { applicationId, trajectory, kind, result, way } = check;
  const application = await lockApplication(tx, applicationId);
  if (application.assigneeId !== actor.personId || !isUndecided(application.state))
    return refuse({ reason: "not-your-case" });
  const [person] = await tx
    .select({ personKey: trajectories.personKey })
    .from(trajectories)
    .where(and(eq(trajectories.applicationId, applicationId), eq(trajectories.number, trajectory)));
  if (!person) throw new NotFound(`trajectory ${trajectory}`);
  if (asked !== undefined && asked !== person.personKey) return refuse({ reason: "person-changed" });
  const id = await newId(tx);
  const sealed = explanation && (await seal(explanation, `person_checks.explanation:${id}`));
  await tx
    .insert(personChecks)
    .values({ ...check, ...person, id, explanation: sealed, checkedBy: actor.personId });
  await recordEvent(tx, actor, {
    type: "person.check",
    stream: `application:${applicationId}`,
    applicationId,
    payload: { trajectory, kind, result, way },
  });
  await enqueueRefresh(tx, applicationId);
  return ok({ recorded: true });
}
