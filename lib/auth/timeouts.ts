import type { PersonKind } from "./person-kind";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const LIMITS: Record<PersonKind, { idleMs: number; absoluteMs: number }> = {
  employer: { idleMs: 30 * MINUTE_MS, absoluteMs: 12 * HOUR_MS },
  staff: { idleMs: 15 * MINUTE_MS, absoluteMs: 8 * HOUR_MS },
};

export type SessionTimes = {
  kind: PersonKind;
  authenticatedAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
};

export type SessionState = "live" | "idle" | "over" | "ended";

/**
 * Whether a session still counts at `now`: "ended" by the person, "over" when the sign-in itself is too long ago
 * (employers 12 hours, staff 8), "idle" when nothing was asked for too long (employers 30 minutes, staff 15).
 */
export function sessionState(session: SessionTimes, now: Date): SessionState {
  const { idleMs, absoluteMs } = LIMITS[session.kind];
  if (session.endedAt) return "ended";
  if (now.getTime() - session.authenticatedAt.getTime() >= absoluteMs) return "over";
  if (now.getTime() - session.lastSeenAt.getTime() >= idleMs) return "idle";
  return "live";
}

/** The moment at which a sign-in stops counting, however busy the person is. */
export function expiryOf(kind: PersonKind, authenticatedAt: Date): Date {
  return new Date(authenticatedAt.getTime() + LIMITS[kind].absoluteMs);
}

/** Being seen is written down once a minute at most. */
export function isDueForTouch(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= MINUTE_MS;
}
