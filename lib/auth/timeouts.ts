import type { PersonKind } from "./person-kind";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const IDLE_MS: Record<PersonKind, number> = { employer: 30 * MINUTE_MS, staff: 15 * MINUTE_MS };
/** Also as long as a mandate at most counts on after it was taken away at the broker. */
const ABSOLUTE_MS = 8 * HOUR_MS;

export type SessionTimes = {
  kind: PersonKind;
  authenticatedAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
};

export type SessionState = "live" | "idle" | "over" | "ended";

/**
 * Whether a session still counts at `now`: "ended" by the person, "over" when the sign-in itself is 8 hours
 * ago, "idle" when nothing was asked for too long (employers 30 minutes, staff 15).
 */
export function sessionState(session: SessionTimes, now: Date): SessionState {
  if (session.endedAt) return "ended";
  if (now.getTime() - session.authenticatedAt.getTime() >= ABSOLUTE_MS) return "over";
  if (now.getTime() - session.lastSeenAt.getTime() >= IDLE_MS[session.kind]) return "idle";
  return "live";
}

/** The moment at which a sign-in stops counting, however busy the person is. */
export function expiryOf(authenticatedAt: Date): Date {
  return new Date(authenticatedAt.getTime() + ABSOLUTE_MS);
}

/** Being seen is written down once a minute at most. */
export function isDueForTouch(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= MINUTE_MS;
}
