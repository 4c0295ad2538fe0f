import "server-only";
import { eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { applications, windows } from "@/db/schema";
import type { System } from "@/lib/actor";
import { timelineFactsOf } from "@/lib/timeline/queries/application-timeline";
import { timelineOf } from "@/lib/timeline/timeline";

const LOOK_UP: System = { kind: "system", task: "status" };

/** The status of a filed application with its legal dates, without employer, participants or amounts. */
export function publicStatus(applicationId: string) {
  return readAs(LOOK_UP, async (tx, now) => {
    const [row] = await tx
      .select({ application: applications, window: windows })
      .from(applications)
      .innerJoin(windows, eq(windows.id, applications.windowId))
      .where(eq(applications.id, applicationId));
    if (!row) return undefined;
    const { application, window } = row;
    const { state, scheme, year, reference, dueOn } = application;
    if (state === "draft" || !dueOn) return undefined;
    const course = await timelineFactsOf(tx, { id: applicationId, state, dueOn }, now);
    return { state, scheme, year, reference, isExample: window.isExample, milestones: timelineOf(course) };
  });
}

export type PublicStatus = NonNullable<Awaited<ReturnType<typeof publicStatus>>>;
