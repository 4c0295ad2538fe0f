import "server-only";
import { sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications, caseVisits, organisations } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { NOBODY } from "@/lib/cases/assignment";
import { PRESENT_SECONDS } from "@/lib/cases/commands/visit-case";
import { candidates, isNoTie } from "@/lib/cases/queries/next-case";
import { noteVisit } from "./visit-case";

/**
 * Gives an official the next case in order of rank, and no other official the same one: a reviewer takes it up; for a
 * decider a visit is recorded. Concurrent requests skip a case that another is getting. Undefined when there is none.
 */
export function takeNextCase(actor: Staff): Promise<{ applicationId: string } | undefined> {
  return asActor(actor, async (tx) => {
    const proposed = actor.roles.includes("decider") ? await nextProposal(tx, actor) : undefined;
    if (proposed) {
      await noteVisit(tx, actor, proposed);
      return { applicationId: proposed };
    }
    if (!actor.roles.includes("reviewer")) return undefined;
    const submitted = await nextSubmitted(tx, actor);
    if (!submitted) return undefined;
    await moveApplication(tx, actor, "take_up", await lockApplication(tx, submitted), {
      set: { assigneeId: actor.personId },
    });
    return { applicationId: submitted };
  });
}

async function nextSubmitted(tx: Tx, actor: Staff): Promise<string | undefined> {
  const {
    rows: [row],
  } = await tx.execute<{ id: string }>(sql`
    select a.id from ${candidates(actor, "submitted", NOBODY)} i join ${organisations} o on o.id = i.organisation_id
      join ${applications} a on a.id = i.application_id
    where a.state = 'submitted' and ${isNoTie(actor)}
    order by i.rank_day, i.case_number limit 1 for update of a skip locked`);
  return row?.id;
}

/** Excludes cases that another decider has open now. */
async function nextProposal(tx: Tx, actor: Staff): Promise<string | undefined> {
  const {
    rows: [row],
  } = await tx.execute<{ id: string }>(sql`
    select a.id from ${candidates(actor, "proposed")} i join ${organisations} o on o.id = i.organisation_id
      join ${applications} a on a.id = i.application_id
    where a.state = 'proposed' and ${isNoTie(actor)}
      and not exists (select from ${caseVisits} v where v.application_id = a.id and v.person_id <> ${actor.personId} and v.decides
        and v.seen_at > portal_now() - ${PRESENT_SECONDS}::integer * interval '1 second')
    order by i.rank_day, i.case_number limit 1 for update of a skip locked`);
  return row?.id;
}
