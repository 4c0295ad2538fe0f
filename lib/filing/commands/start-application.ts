import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { newId } from "@/db/new-id";
import { applications, windows } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { copyOf } from "@/lib/answers/copy";
import { emptyDraft, type StoredDraft } from "@/lib/answers/draft";
import { type RegisterAnswer, registerAnswers } from "@/lib/answers/register";
import { liveApplication } from "@/lib/applications/commands/lock-application";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { recordEvent } from "@/lib/audit/record";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { ownRegisterEntry } from "@/lib/filing/queries/own-register-entry";
import type { StartRefusal } from "@/lib/filing/refusals";
import type { RawSection } from "@/lib/form-state";
import { draftFromPrecheck } from "@/lib/precheck/carry";
import { seal, unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";
import { rulesFor } from "@/lib/schemes/rules";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** Source of the first answers of a draft; without one it starts empty. */
export type Beginning =
  | { from: "precheck"; answers: RawSection }
  /** An earlier application of the same organisation. */
  | { from: "copy"; applicationId: string };

/**
 * Starts a draft for the actor's organisation in a window, with the answers of `beginning`; for a copy the trade
 * register is asked first. Refused outside the window and when there is one already, which is offered unless it is of a
 * branch hidden from the actor. Throws NotFound for an unknown window or an application of another employer.
 */
export async function startApplication(
  actor: Employer,
  windowId: string,
  beginning?: Beginning,
  askRegister = ownRegisterEntry,
): Promise<Result<{ applicationId: string }, StartRefusal>> {
  demandLevel(actor, "application.start");
  const register = beginning?.from === "copy" ? await askRegister(actor) : undefined;
  const start = () =>
    asActor(actor, async (tx, now) => {
      const [window] = await tx.select().from(windows).where(eq(windows.id, windowId));
      if (!window) throw new NotFound(`window ${windowId}`);
      if (now < window.opensAt) return refuse({ reason: "not-open-yet", opensAt: window.opensAt });
      if (now > window.closesAt) return refuse({ reason: "window-closed", closedAt: window.closesAt });
      const existing = await liveApplication(tx, actor.organisationId, windowId);
      if (existing)
        return refuse({
          reason: "application-exists",
          applicationId: existing.id,
          isDraft: existing.state === "draft",
        });
      const { scheme, lineId, year, rulesVersion } = window;
      const id = await newId(tx);
      const first = await firstAnswers(tx, actor, window, beginning, register);
      const [row] = await tx
        .insert(applications)
        .values({
          id,
          organisationId: actor.organisationId,
          windowId,
          branchNumber: actor.branchNumber ?? null,
          scheme,
          lineId,
          year,
          rulesVersion,
          answers: await seal(first, answersOfApplication(id)),
          startedBy: actor.personId,
        })
        .returning({ id: applications.id, version: applications.version });
      if (!row) throw new Error("no application was made");
      await recordEvent(tx, actor, {
        type: "application.start",
        stream: `application:${row.id}`,
        organisationId: actor.organisationId,
        applicationId: row.id,
        applicationVersion: row.version,
        ...(beginning && { payload: { from: beginning.from } }),
      });
      return ok({ applicationId: row.id });
    });
  const startOnce = async () => {
    try {
      return await start();
    } catch (error) {
      if (violatedConstraint(error) === "applications_one_live_per_window") return undefined;
      throw error;
    }
  };
  return (await startOnce()) ?? (await startOnce()) ?? refuse({ reason: "exists-elsewhere" });
}

async function firstAnswers(
  tx: Tx,
  actor: Employer,
  { scheme, rulesVersion }: { scheme: Scheme; rulesVersion: string },
  beginning: Beginning | undefined,
  register: RegisterAnswer = { problem: "not_asked" },
): Promise<StoredDraft> {
  if (!beginning) return emptyDraft();
  const most = rulesFor(rulesVersion).amountsCents.value.length;
  if (beginning.from === "precheck") {
    const { trajectories } = draftFromPrecheck(scheme, beginning.answers, randomUUID);
    return { ...emptyDraft(), trajectories: trajectories.slice(0, most) };
  }
  const earlier = await ownApplication(tx, actor, beginning.applicationId);
  if (!earlier) throw new NotFound(`application ${beginning.applicationId}`);
  const answers = await unseal<StoredDraft>(
    earlier.application.answers,
    answersOfApplication(earlier.application.id),
  );
  const { company = {}, ...copy } = copyOf(answers, scheme, most, randomUUID);
  return { ...emptyDraft(), ...copy, company: { ...company, ...registerAnswers(register, company) } };
}
