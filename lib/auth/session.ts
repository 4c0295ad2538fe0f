import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import {
  type Actor,
  type Assurance,
  type Employer,
  reaches,
  type Staff,
  type StaffRole,
  VISITOR,
} from "@/lib/actor";
import { LOWEST_LEVEL } from "@/lib/acts";
import { type Denial, recordDenial } from "@/lib/audit/commands/record-denial";
import { safeNext } from "./destination";
import type { PersonKind } from "./person-kind";
import { findSession, type LiveSession, type Represented } from "./queries/find-session";
import { findTimedOutSession } from "./queries/find-timed-out-session";
import { sessionToken } from "./session-cookie";

/** What a page may say about whoever looks at it. */
export type SignedIn = {
  kind: PersonKind;
  personId: string;
  sessionId: string;
  name: string;
  /** Empty for employers. */
  roles: readonly StaffRole[];
  /** On whose behalf an employer acts; undefined for staff. */
  organisation: Represented | undefined;
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

/** As `currentActor`, for what an open page asks by itself: that does not keep a session alive. */
export async function watchingActor(): Promise<Actor> {
  const token = await sessionToken();
  const session = token ? await findSession(token, { isUse: false }) : undefined;
  return session ? actorOf(session) : VISITOR;
}

export async function currentPerson(): Promise<SignedIn | undefined> {
  const session = await liveSession();
  if (!session) return undefined;
  const { kind, personId, sessionId, name } = session;
  const someone = { kind, personId, sessionId, name };
  if (session.kind === "staff")
    return { ...someone, roles: session.roles, organisation: undefined, assurance: undefined };
  const { organisation, assurance } = session;
  return { ...someone, roles: [], organisation, assurance };
}

/**
 * An employer, or no return: nobody goes to the sign-in page, staff find nothing here, and who signed in at too low a
 * level to act reads that instead, unless the page is open to `anyLevel`.
 */
export async function requireEmployer({ anyLevel = false } = {}): Promise<Employer> {
  const actor = await requireSomebody();
  if (actor.kind !== "employer") return deny(actor, "role");
  if (anyLevel || reaches(actor.assurance, LOWEST_LEVEL)) return actor;
  await noteDenial(actor.personId, "level");
  const next = safeNext((await headers()).get("x-portal-path"));
  return redirect(next ? `/organisation/level?${new URLSearchParams({ next })}` : "/organisation/level");
}

/**
 * Staff with at least one of these roles, any role when none is named, or no return: nobody goes to the sign-in
 * page, everybody else finds nothing here.
 */
export async function requireStaff(...roles: StaffRole[]): Promise<Staff> {
  const actor = await requireSomebody();
  if (actor.kind !== "staff") return deny(actor, "role");
  return roles.length === 0 || roles.some((role) => actor.roles.includes(role)) ? actor : deny(actor, "role");
}

async function deny({ personId }: Employer | Staff, reason: "role"): Promise<never> {
  await noteDenial(personId, reason);
  return notFound();
}

/** Once a request, however many parts of a page ask. */
const noteDenial = cache(async (personId: string, reason: Denial["reason"]) =>
  recordDenial(personId, { reason, path: (await headers()).get("x-portal-path") ?? undefined }),
);

/** The employer whose session has timed out, to keep what they typed; undefined for whoever signed out. */
export async function timedOutEmployer(): Promise<Employer | undefined> {
  const token = await sessionToken();
  return token ? findTimedOutSession(token) : undefined;
}

function actorOf(session: LiveSession): Employer | Staff {
  const { personId, sessionId } = session;
  if (session.kind === "staff") return { kind: "staff", personId, roles: session.roles };
  const { organisation, assurance } = session;
  const { id: organisationId, branchNumber } = organisation;
  return {
    kind: "employer",
    ...{ personId, organisationId, sessionId, assurance },
    ...(branchNumber && { branchNumber }),
  };
}

/** Whoever is signed in, or no return: nobody goes to the sign-in page. */
export async function requireSomebody(): Promise<Employer | Staff> {
  const session = await liveSession();
  if (session) return actorOf(session);
  const query = new URLSearchParams();
  const next = safeNext((await headers()).get("x-portal-path"));
  if (next) query.set("next", next);
  if (await sessionToken()) query.set("problem", "session-ended");
  return redirect(`/sign-in?${query}`);
}
