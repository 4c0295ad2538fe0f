import "server-only";
import { and, eq, inArray, lt, not } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import {
  employments,
  mandates,
  organisations,
  people,
  sessions,
  staffInterests,
  staffRoles,
} from "@/db/schema";
import type { System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { addDays, startOfDay } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locale";
import type { Arrival, KnownOrganisation } from "../claims";
import { expiryOf } from "../timeouts";
import { hashOf } from "../token";

const SIGN_IN: System = { kind: "system", task: "sign-in" };

/**
 * Writes down who has signed in and what the provider says of them, and opens a session for the token, all at once.
 * `locale` is the language that was chosen before. Gives the moment at which it ends in any case. Throws when the provider now calls a known person another kind.
 */
export function startSession(
  arrival: Arrival,
  token: string,
  idToken: string | undefined,
  locale?: Locale,
): Promise<{ personId: string; expiresAt: Date }> {
  return asActor(SIGN_IN, async (tx, now) => {
    const personId = await knowPerson(tx, arrival, locale);
    const organisationId =
      arrival.kind === "employer" ? await knowOrganisations(tx, personId, arrival) : null;
    if (arrival.kind === "staff") await knowDuty(tx, personId, arrival);

    const expiresAt = expiryOf(arrival.kind, now);
    await tx.delete(sessions).where(and(eq(sessions.personId, personId), lt(sessions.expiresAt, now)));
    await tx.insert(sessions).values({
      tokenHash: hashOf(token),
      personId,
      organisationId,
      assurance: arrival.kind === "employer" ? arrival.assurance : null,
      idToken,
      authenticatedAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    const payload = arrival.kind === "employer" ? { assurance: arrival.assurance } : { roles: arrival.roles };
    await recordEvent(tx, SIGN_IN, { type: "session.start", stream: `person:${personId}`, payload });
    return { personId, expiresAt };
  });
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

type EmployerArrival = Extract<Arrival, { kind: "employer" }>;

async function knowOrganisations(tx: Tx, personId: string, arrival: EmployerArrival): Promise<string> {
  const { organisation: own, mandates: mandated } = arrival;
  const ids = await organisationIds(tx, [own, ...mandated]);
  const idOf = ({ kvkNumber }: KnownOrganisation) => {
    const id = ids.get(kvkNumber);
    if (!id) throw new Error("an organisation was not written down");
    return id;
  };
  await tx.delete(employments).where(eq(employments.personId, personId));
  await tx.insert(employments).values({ personId, organisationId: idOf(own) });
  await tx.delete(mandates).where(eq(mandates.personId, personId));
  const rows = mandated.map((mandate) => ({
    personId,
    organisationId: idOf(mandate),
    validUntil: mandate.validUntil ? startOfDay(addDays(mandate.validUntil, 1)) : null,
    schemes: mandate.schemes ? [...mandate.schemes] : null,
  }));
  if (rows.length > 0) await tx.insert(mandates).values(rows).onConflictDoNothing();
  return idOf(own);
}

/** In one order for everybody, so that two sign-ins never wait for each other. */
async function organisationIds(tx: Tx, known: readonly KnownOrganisation[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const inOrder = known.toSorted((a, b) => a.kvkNumber.localeCompare(b.kvkNumber));
  for (const { kvkNumber, legalName } of inOrder) {
    const [row] = await tx
      .insert(organisations)
      .values({ kvkNumber, legalName })
      .onConflictDoUpdate({ target: organisations.kvkNumber, set: { legalName } })
      .returning({ id: organisations.id });
    if (row) ids.set(kvkNumber, row.id);
  }
  return ids;
}

type StaffArrival = Extract<Arrival, { kind: "staff" }>;

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
