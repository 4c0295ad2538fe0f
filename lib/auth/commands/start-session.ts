import "server-only";
import { and, eq, inArray, lt, not, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { newId } from "@/db/new-id";
import { organisations, people, sessions, staffInterests, staffRoles } from "@/db/schema";
import type { System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import type { Locale } from "@/lib/i18n/locale";
import { seal } from "@/lib/privacy/seal";
import type { Arrival, EmployerArrival, StaffArrival } from "../claims";
import { expiryOf } from "../timeouts";
import { hashOf } from "../token";

const SIGN_IN: System = { kind: "system", task: "sign-in" };

/** What is known at a sign-in beside the claims. */
export type Beside = {
  idToken?: string | undefined;
  /** Name of the organisation in the trade register, when it answered. */
  legalName?: string | undefined;
  /** The language that was chosen before. */
  locale?: Locale | undefined;
};

/**
 * Writes down who has signed in and what the provider says of them, and opens a session for the token, all at once.
 * Gives the moment at which it ends in any case. Throws when the provider now calls a known person another kind.
 */
export function startSession(
  arrival: Arrival,
  token: string,
  { idToken, legalName, locale }: Beside = {},
): Promise<{ personId: string; sessionId: string; expiresAt: Date }> {
  return asActor(SIGN_IN, async (tx, now) => {
    const personId = await knowPerson(tx, arrival, locale);
    if (arrival.kind === "staff") await knowDuty(tx, personId, arrival);
    const expiresAt = expiryOf(now);
    await tx.delete(sessions).where(and(eq(sessions.personId, personId), lt(sessions.expiresAt, now)));
    const sessionId = await newId(tx);
    await tx.insert(sessions).values({
      id: sessionId,
      tokenHash: hashOf(token),
      personId,
      ...(arrival.kind === "employer" && (await representation(tx, arrival, legalName))),
      idToken: idToken && (await seal(idToken, `sessions.id_token:${sessionId}`)),
      authenticatedAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    await recordEvent(tx, SIGN_IN, {
      type: "session.start",
      stream: `person:${personId}`,
      payload: payloadOf(arrival),
    });
    return { personId, sessionId, expiresAt };
  });
}

function payloadOf(arrival: Arrival) {
  if (arrival.kind === "staff") return { roles: arrival.roles };
  const { assurance, intermediaryKvkNumber: intermediary, branchNumber: branch } = arrival;
  return { assurance, ...(intermediary && { intermediary }), ...(branch && { branch }) };
}

async function knowPerson(
  tx: Tx,
  { kind, issuer, subject, name }: Arrival,
  locale: Locale | undefined,
): Promise<string> {
  const said = { name, ...(locale && { locale }) };
  const [person] = await tx
    .insert(people)
    .values({ kind, issuer, subject, ...said })
    .onConflictDoUpdate({
      target: [people.issuer, people.subject],
      set: said,
      setWhere: eq(people.kind, kind),
    })
    .returning({ id: people.id });
  if (!person) throw new Error(`a person of ${issuer} is no longer of the kind they were`);
  return person.id;
}

async function representation(tx: Tx, arrival: EmployerArrival, legalName: string | undefined) {
  const { kvkNumber, assurance, intermediaryKvkNumber, branchNumber } = arrival;
  const organisationId = await knowOrganisation(tx, kvkNumber, legalName);
  return { organisationId, assurance, intermediaryKvkNumber, branchNumber };
}

/** Until the register has told its name, an organisation is called by its number. */
async function knowOrganisation(tx: Tx, kvkNumber: string, legalName: string | undefined): Promise<string> {
  const [row] = await tx
    .insert(organisations)
    .values({ kvkNumber, legalName: legalName ?? `KVK ${kvkNumber}` })
    .onConflictDoUpdate({
      target: organisations.kvkNumber,
      set: { legalName: legalName ?? sql`${organisations.legalName}` },
    })
    .returning({ id: organisations.id });
  if (!row) throw new Error("an organisation was not written down");
  return row.id;
}

async function knowDuty(tx: Tx, personId: string, { roles, employers }: StaffArrival): Promise<void> {
  await tx
    .delete(staffRoles)
    .where(and(eq(staffRoles.personId, personId), not(inArray(staffRoles.role, [...roles]))));
  await tx
    .insert(staffRoles)
    .values(roles.map((role) => ({ personId, role })))
    .onConflictDoNothing();
  await tx.delete(staffInterests).where(eq(staffInterests.personId, personId));
  const interests = employers.map((kvkNumber) => ({ personId, kvkNumber }));
  if (interests.length > 0) await tx.insert(staffInterests).values(interests).onConflictDoNothing();
}
