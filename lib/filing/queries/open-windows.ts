import "server-only";
import { and, asc, eq, gte, ne } from "drizzle-orm";
import { readAs } from "@/db/client";
import { applications, windows } from "@/db/schema";
import { type Assurance, type Employer, reaches } from "@/lib/actor";
import { assumesAmounts } from "@/lib/schemes/assumed";
import { rulesFor } from "@/lib/schemes/rules";
import type { Distribution } from "@/lib/vocabulary/distribution";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { type WindowPhase, windowPhase } from "@/lib/windows/phase";

export type OpenWindow = {
  id: string;
  scheme: Scheme;
  year: number;
  opensAt: Date;
  closesAt: Date;
  distribution: Distribution;
  isExample: boolean;
  /** Whether its amounts are assumptions, as in the demo only. */
  assumesAmounts: boolean;
  phase: WindowPhase;
  /** The level of sign-in that filing requires, when the actor's is lower. */
  levelNeeded: Assurance | undefined;
  /** The organisation's application in this window. */
  existing: { id: string; isDraft: boolean } | undefined;
};

/** Windows that are open or still to open, the first to close first, with the organisation's application in each. */
export async function openWindows(actor: Employer): Promise<OpenWindow[]> {
  return readAs(actor, async (tx, now) => {
    const rows = await tx
      .select({ window: windows, applicationId: applications.id, state: applications.state })
      .from(windows)
      .leftJoin(
        applications,
        and(
          eq(applications.windowId, windows.id),
          eq(applications.organisationId, actor.organisationId),
          ne(applications.state, "withdrawn"),
        ),
      )
      .where(gte(windows.closesAt, now))
      .orderBy(asc(windows.closesAt), asc(windows.id));
    return rows.map(
      ({
        window: { id, scheme, year, opensAt, closesAt, distribution, isExample, rulesVersion },
        applicationId,
        state,
      }) => ({
        id,
        scheme,
        year,
        opensAt,
        closesAt,
        distribution,
        isExample,
        assumesAmounts: assumesAmounts(rulesFor(rulesVersion)),
        phase: windowPhase({ opensAt, closesAt }, now),
        levelNeeded: levelAbove(actor.assurance, rulesFor(rulesVersion).minimumAssurance.value),
        existing: applicationId ? { id: applicationId, isDraft: state === "draft" } : undefined,
      }),
    );
  });
}

const levelAbove = (level: Assurance, minimum: Assurance): Assurance | undefined =>
  reaches(level, minimum) ? undefined : minimum;
