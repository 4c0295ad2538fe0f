import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications, organisations, proposals, staffInterests } from "@/db/schema";
import type { Staff } from "@/lib/actor";

/**
 * The case that this official can best open now, in order of rank: a proposal to decide on, then what was taken up
 * before, then what nobody has taken up. Never one's own proposal or employer; undefined when all is done.
 */
export function nextCase(actor: Staff) {
  const has = (role: Staff["roles"][number]) => actor.roles.includes(role);
  const mine = eq(applications.assigneeId, actor.personId);
  return asActor(
    actor,
    async (tx) =>
      (has("decider")
        ? await firstOf(tx, actor, and(inState("proposed"), notProposedBy(actor)))
        : undefined) ??
      (has("reviewer") ? await firstOf(tx, actor, and(inState("in_review"), mine)) : undefined) ??
      (has("reviewer") ? await firstOf(tx, actor, inState("submitted")) : undefined),
  );
}

export type NextCase = NonNullable<Awaited<ReturnType<typeof nextCase>>>;

const inState = (state: (typeof applications.$inferSelect)["state"]) => eq(applications.state, state);

const notProposedBy = ({ personId }: Staff) => sql`not exists (select from ${proposals} p
  where p.application_id = ${applications.id} and p.application_version = ${applications.version} and p.proposed_by = ${personId})`;

async function firstOf(tx: Tx, { personId }: Staff, which: SQL | undefined) {
  const [row] = await tx
    .select({
      id: applications.id,
      reference: applications.reference,
      state: applications.state,
      employer: organisations.legalName,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(
      and(
        which,
        sql`not exists (select from ${staffInterests} i
          where i.person_id = ${personId} and i.kvk_number = ${organisations.kvkNumber})`,
      ),
    )
    .orderBy(asc(applications.rankDay), asc(applications.caseNumber))
    .limit(1);
  return row;
}
