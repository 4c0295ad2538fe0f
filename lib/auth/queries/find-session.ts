import "server-only";
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { asActor, type Tx } from "@/db/client";
import { employments, mandates, organisations, people, sessions, staffRoles } from "@/db/schema";
import type { Assurance, StaffRole } from "@/lib/actor";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { isDueForTouch, sessionState } from "../timeouts";
import { hashOf } from "../token";

export type Represented = {
  id: string;
  kvkNumber: string;
  legalName: string;
  isOwn: boolean;
  /** What the mandate covers and until when; null is everything, and without end. */
  schemes: readonly Scheme[] | null;
  validUntil: Date | null;
};
/** A mandate that this session acted under and that has gone. */
export type EndedMandate = { legalName: string; endedAt: Date | undefined };

type Someone = { sessionId: string; personId: string; name: string };
export type EmployerSession = Someone & {
  kind: "employer";
  assurance: Assurance;
  /** On whose behalf. */
  organisation: Represented;
  /** All that may be chosen, the person's own first. */
  choices: readonly Represented[];
  ended: EndedMandate | undefined;
};
export type StaffSession = Someone & { kind: "staff"; roles: readonly StaffRole[] };
export type LiveSession = EmployerSession | StaffSession;

/**
 * Who carries this token, as the database knows them at this moment: roles and mandates are read anew each time.
 * Nobody when the session has ended or timed out, when a member of staff has no role left, or when an employer may
 * act for nobody any more. A mandate that has gone takes the session back to the person's own organisation, and is
 * told as `ended` until a new choice is made.
 */
export function findSession(token: string): Promise<LiveSession | undefined> {
  return asActor({ kind: "system", task: "sign-in" }, async (tx, now) => {
    const [row] = await tx
      .select({ session: sessions, person: people })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(
        and(eq(sessions.tokenHash, hashOf(token)), isNull(sessions.endedAt), gt(sessions.expiresAt, now)),
      );
    if (!row) return undefined;
    const { session, person } = row;
    if (sessionState({ ...session, kind: person.kind }, now) !== "live") return undefined;
    if (isDueForTouch(session.lastSeenAt, now)) {
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
    }
    const someone = { sessionId: session.id, personId: person.id, name: person.name };
    if (person.kind === "staff") {
      const roles = await rolesOf(tx, person.id);
      return roles.length > 0 ? { ...someone, kind: "staff", roles } : undefined;
    }
    const choices = await representedBy(tx, person.id, now);
    const chosen = choices.find(({ id }) => id === session.organisationId);
    const organisation = chosen ?? choices.find(({ isOwn }) => isOwn);
    if (!organisation || !session.assurance) return undefined;
    const ended = chosen ? undefined : await endedMandate(tx, person.id, session.organisationId);
    return { ...someone, kind: "employer", assurance: session.assurance, organisation, choices, ended };
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

/** For which organisation the session may act no longer, and since when if its mandate had an end. */
async function endedMandate(
  tx: Tx,
  personId: string,
  organisationId: string | null,
): Promise<EndedMandate | undefined> {
  if (!organisationId) return undefined;
  const [row] = await tx
    .select({ legalName: organisations.legalName, endedAt: mandates.validUntil })
    .from(organisations)
    .leftJoin(mandates, and(eq(mandates.organisationId, organisations.id), eq(mandates.personId, personId)))
    .where(eq(organisations.id, organisationId));
  return row && { legalName: row.legalName, endedAt: row.endedAt ?? undefined };
}

/** As people look a name up: "Één" before "Zes", and 2 before 10. */
const BY_NAME = new Intl.Collator("nl", { numeric: true });

/** The person's own organisation and those whose mandate counts at `now`. */
export async function representedBy(tx: Tx, personId: string, now: Date): Promise<Represented[]> {
  const own = () =>
    tx.select({ id: employments.organisationId }).from(employments).where(eq(employments.personId, personId));
  const mandated = tx
    .select({ id: mandates.organisationId })
    .from(mandates)
    .where(
      and(eq(mandates.personId, personId), or(isNull(mandates.validUntil), gt(mandates.validUntil, now))),
    );
  const rows = await tx
    .select({
      organisation: organisations,
      isOwn: inArray(organisations.id, own()).mapWith(Boolean),
      schemes: mandates.schemes,
      validUntil: mandates.validUntil,
    })
    .from(organisations)
    .leftJoin(mandates, and(eq(mandates.organisationId, organisations.id), eq(mandates.personId, personId)))
    .where(inArray(organisations.id, union(own(), mandated)))
    .orderBy(asc(organisations.kvkNumber));
  return rows
    .map(({ organisation, ...reach }) => ({ ...organisation, ...reach }))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || BY_NAME.compare(a.legalName, b.legalName));
}
