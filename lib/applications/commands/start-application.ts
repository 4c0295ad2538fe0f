import "server-only";
import { eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { applications, windows } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { emptyDraft } from "@/lib/applications/draft";
import type { StartRefusal } from "@/lib/applications/refusals";
import { recordEvent } from "@/lib/audit/record";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { seal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";
import { liveApplication } from "./lock-application";

/**
 * Starts a draft for the actor's organisation in a window.
 * Refused outside the window, and when there is one already: who starts again is offered what exists.
 */
export async function startApplication(
  actor: Employer,
  windowId: string,
): Promise<Result<{ applicationId: string }, StartRefusal>> {
  const answers = await seal(emptyDraft());
  const start = () =>
    asActor(actor, async (tx, now) => {
      const [window] = await tx.select().from(windows).where(eq(windows.id, windowId));
      if (!window) throw new NotFound(`window ${windowId}`);
      if (now < window.opensAt) return refuse({ reason: "not-open-yet", opensAt: window.opensAt });
      if (now > window.closesAt) return refuse({ reason: "closed", closedAt: window.closesAt });
      const existing = await liveApplication(tx, actor.organisationId, windowId);
      if (existing)
        return refuse({ reason: "exists", applicationId: existing.id, isDraft: existing.state === "draft" });
      const { scheme, year, rulesVersion } = window;
      const [row] = await tx
        .insert(applications)
        .values({
          organisationId: actor.organisationId,
          windowId,
          scheme,
          year,
          rulesVersion,
          answers,
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
      });
      return ok({ applicationId: row.id });
    });
  try {
    return await start();
  } catch (error) {
    if (violatedConstraint(error) === "applications_one_live_per_window") return start();
    throw error;
  }
}
