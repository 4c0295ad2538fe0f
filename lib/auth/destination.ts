import type { StaffRole } from "@/lib/actor";
import type { PersonKind } from "./person-kind";

const INSIDE = new URL("https://portal.invalid");
const OPENS_WITH_ONE_SLASH = /^\/(?![/\\])/;
const LONGEST = 1_000;

/**
 * The part of a "next" parameter that may be followed: a path on this site, with its query. Everything else,
 * another site in whatever disguise, our own sign-in pages and our endpoints included, gives undefined.
 */
export function safeNext(next: unknown): string | undefined {
  if (typeof next !== "string" || next.length > LONGEST || !OPENS_WITH_ONE_SLASH.test(next)) return undefined;
  if (!URL.canParse(next, INSIDE)) return undefined;
  const url = new URL(next, INSIDE);
  const path = url.pathname + url.search;
  if (url.origin !== INSIDE.origin || !OPENS_WITH_ONE_SLASH.test(path)) return undefined;
  return isUnder(url.pathname, ["/sign-in", "/signed-out", "/api"]) ? undefined : path;
}

type Arrived = { kind: PersonKind; roles: readonly StaffRole[] };

/**
 * Where a person goes after signing in: where they were headed if that is theirs to see, else to their own work.
 */
export function destinationOf(person: Arrived, next: unknown): string {
  const wanted = safeNext(next);
  const theirs = wanted && !isForeign(person.kind, wanted) ? wanted : undefined;
  if (person.kind === "staff")
    return theirs ?? (person.roles.includes("budget_holder") ? "/budget" : "/cases");
  return theirs ?? "/applications";
}

const PLACES: Record<PersonKind, readonly string[]> = {
  employer: ["/applications", "/organisation"],
  staff: ["/cases"],
};

function isForeign(kind: PersonKind, path: string): boolean {
  const { pathname } = new URL(path, INSIDE);
  return isUnder(pathname, PLACES[kind === "staff" ? "employer" : "staff"]);
}

function isUnder(pathname: string, places: readonly string[]): boolean {
  return places.some((place) => pathname === place || pathname.startsWith(`${place}/`));
}
