import "server-only";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { organisations, people, sessions, staffRoles } from "@/db/schema";
import type { Assurance, StaffRole } from "@/lib/actor";
import { isDueForTouch, sessionState } from "../timeouts";
import { hashOf } from "../token";

export type Represented = {
  id: string;
  kvkNumber: string;
  legalName: string;
  /** Whose chain mandate this is; null when the person acts for their own organisation. */
  intermediaryKvkNumber: string | null;
  /** The one branch that the mandate is for; null is the whole organisation. */
  branchNumber: string | null;
};

type Someone = { sessionId: string; personId: string; name: string };
export type EmployerSession = Someone & {
  kind: "employer";
  assurance: Assurance;
  /** On whose behalf. */
  organisation: Represented;
};
export type StaffSession = Someone & { kind: "staff"; roles: readonly StaffRole[] };
export type LiveSession = EmployerSession | StaffSession;

/**
 * Who carries this token, as the database knows them at this moment: roles are read anew each time. Nobody when the
 * session has ended or timed out, and when a member of staff has no role left. With `isUse` false the session is not
 * kept alive: for what a page asks by itself.
 */
export function findSession(
  token: string,
  { isUse = true }: { isUse?: boolean } = {},
): Promise<LiveSession | undefined> {
  return asActor({ kind: "system", task: "sign-in" }, async (tx, now) => {
    const [row] = await tx
      .select({ session: sessions, person: people, organisation: organisations })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .leftJoin(organisations, eq(organisations.id, sessions.organisationId))
      .where(
        and(eq(sessions.tokenHash, hashOf(token)), isNull(sessions.endedAt), gt(sessions.expiresAt, now)),
      );
    if (!row) return undefined;
    const { session, person, organisation } = row;
    if (sessionState({ ...session, kind: person.kind }, now) !== "live") return undefined;
    if (isUse && isDueForTouch(session.lastSeenAt, now)) {
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
    }
    const someone = { sessionId: session.id, personId: person.id, name: person.name };
    if (person.kind === "staff") {
      const roles = await rolesOf(tx, person.id);
      return roles.length > 0 ? { ...someone, kind: "staff", roles } : undefined;
    }
    if (!organisation || !session.assurance) return undefined;
    const { assurance, intermediaryKvkNumber, branchNumber } = session;
    return {
      ...someone,
      kind: "employer",
      assurance,
      organisation: { ...organisation, intermediaryKvkNumber, branchNumber },
    };
  });
}

async function rolesOf(tx: Tx, personId: string): Promise<StaffRole[]> {
  const rows = await tx
    .select({ role: staffRoles.role })
    .from(staffRoles)
    .where(eq(staffRoles.personId, personId))
    .orderBy(asc(staffRoles.role));
  return rows.map(({ role }) => role);
}
