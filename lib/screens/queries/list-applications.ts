import "server-only";
import { desc, eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { applications, windows } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { Day } from "@/lib/dates";
import type { Cents } from "@/lib/money";
import type { State } from "@/lib/vocabulary/lifecycle";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { type WindowPhase, windowPhase } from "@/lib/windows/phase";

export type ApplicationSummary = {
  id: string;
  scheme: Scheme;
  year: number;
  state: State;
  reference: string | null;
  isExample: boolean;
  savedAt: Date;
  submittedAt: Date | null;
  closesAt: Date;
  phase: WindowPhase;
  /** Last day to decide by law; absent for a draft. */
  dueOn: Day | null;
  requestedCents: Cents | null;
  awardedCents: Cents | null;
};

/** Every application of the actor's organisation: drafts first, then the newest. */
export async function listApplications(actor: Employer): Promise<ApplicationSummary[]> {
  return readAs(actor, async (tx, now) => {
    const rows = await tx
      .select({
        id: applications.id,
        scheme: applications.scheme,
        year: applications.year,
        state: applications.state,
        reference: applications.reference,
        savedAt: applications.savedAt,
        submittedAt: applications.submittedAt,
        requestedCents: applications.requestedCents,
        awardedCents: applications.awardedCents,
        isExample: windows.isExample,
        opensAt: windows.opensAt,
        closesAt: windows.closesAt,
        dueOn: applications.dueOn,
      })
      .from(applications)
      .innerJoin(windows, eq(windows.id, applications.windowId))
      .where(eq(applications.organisationId, actor.organisationId))
      .orderBy(desc(eq(applications.state, "draft")), desc(applications.startedAt));
    return rows.map(({ opensAt, ...row }) => ({
      ...row,
      phase: windowPhase({ opensAt, closesAt: row.closesAt }, now),
    }));
  });
}
