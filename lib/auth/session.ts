import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, type Assurance, type Employer, type Staff, type StaffRole, VISITOR } from "@/lib/actor";
import type { Result } from "@/lib/result";
import { chooseOrganisation } from "./commands/choose-organisation";
import { safeNext } from "./destination";
import type { PersonKind } from "./person-kind";
import { findEndedSession } from "./queries/find-ended-session";
import { type EndedMandate, findSession, type LiveSession, type Represented } from "./queries/find-session";
import { sessionToken } from "./session-cookie";

/** What a page may say about whoever looks at it. */
export type SignedIn = {
  kind: PersonKind;
  personId: string;
  name: string;
  /** Empty for employers. */
  roles: readonly StaffRole[];
  /** On whose behalf an employer acts; undefined for staff. */
  organisationName: string | undefined;
  kvkNumber: string | undefined;
  /** True when that is another organisation than the person's own. */
  onBehalf: boolean;
  /** All organisations an employer may act for, their own first. */
  choices: readonly Represented[];
  /** Set until an employer whose mandate has gone chooses anew. */
  ended: EndedMandate | undefined;
  assurance: Assurance | undefined;
};

const liveSession = cache(async (): Promise<LiveSession | undefined> => {
  const token = await sessionToken();
  return token ? findSession(token) : undefined;
});

/** Whoever asks for this page or action; a visitor when nobody has signed in. */
export async function currentActor(): Promise<Actor> {
  const session = await liveSession();
  return session ? actorOf(session) : VISITOR;
}

export async function currentPerson(): Promise<SignedIn | undefined> {
  const session = await liveSession();
  if (!session) return undefined;
  const { kind, personId, name } = session;
  if (session.kind === "staff") {
    const nothing = {
      ...{ organisationName: undefined, kvkNumber: undefined },
      ...{ assurance: undefined, ended: undefined },
    };
    return { kind, personId, name, roles: session.roles, ...nothing, onBehalf: false, choices: [] };
  }
  const { organisation, choices, assurance, ended } = session;
  const acting = { organisationName: organisation.legalName, kvkNumber: organisation.kvkNumber };
  return {
    kind,
    personId,
    name,
    roles: [],
    ...acting,
    onBehalf: !organisation.isOwn,
    choices,
    ended,
    assurance,
  };
}

/**
 * An employer, or no return: nobody goes to the sign-in page, staff find nothing here, and who acted under a mandate
 * that has gone reads that first, unless this is where one chooses.
 */
export async function requireEmployer({ choosing = false } = {}): Promise<Employer> {
  const actor = await requireSomebody();
  if (actor.kind !== "employer") return notFound();
  const session = await liveSession();
  if (!choosing && session?.kind === "employer" && session.ended) redirect("/organisation");
  return actor;
}

/**
 * Staff with at least one of these roles, any role when none is named, or no return: nobody goes to the sign-in
 * page, everybody else finds nothing here.
 */
export async function requireStaff(...roles: StaffRole[]): Promise<Staff> {
  const actor = await requireSomebody();
  if (actor.kind !== "staff") return notFound();
  return roles.length === 0 || roles.some((role) => actor.roles.includes(role)) ? actor : notFound();
}

/** Who the employer was whose session has just ended, to put aside what he typed; undefined when nobody is known. */
export async function endedEmployer(): Promise<Employer | undefined> {
  const token = await sessionToken();
  return token ? findEndedSession(token) : undefined;
}

/** Lets the rest of this session act for another organisation; refused without a mandate at this moment. */
export async function switchOrganisation(
  kvkNumber: string,
): Promise<Result<{ organisationId: string }, { reason: "no-mandate" }>> {
  await requireEmployer({ choosing: true });
  const session = await liveSession();
  return session?.kind === "employer" ? chooseOrganisation(session, kvkNumber) : notFound();
}

function actorOf(session: LiveSession): Employer | Staff {
  const { personId } = session;
  if (session.kind === "staff") return { kind: "staff", personId, roles: session.roles };
  return {
    kind: "employer",
    personId,
    organisationId: session.organisation.id,
    assurance: session.assurance,
    ...(session.organisation.schemes && { schemes: session.organisation.schemes }),
  };
}

async function requireSomebody(): Promise<Employer | Staff> {
  const session = await liveSession();
  if (session) return actorOf(session);
  const query = new URLSearchParams();
  const next = safeNext((await headers()).get("x-portal-path"));
  if (next) query.set("next", next);
  if (await sessionToken()) query.set("problem", "session-ended");
  return redirect(`/sign-in?${query}`);
}
