import * as z from "zod";
import { type Assurance, STAFF_ROLES, type StaffRole } from "@/lib/actor";
import { ok, type Result, refuse } from "@/lib/result";
import {
  assuranceOf,
  type EmployerClaimMap,
  KVK_NUMBER_KIND,
  type StaffClaimMap,
} from "@/lib/vocabulary/claim-map";
import { dutyOf } from "./duty";

const kvkNumber = z.string().regex(/^\d{8}$/);
const filled = z.string().trim().min(1).max(300);

const employerFacts = z.object({
  acting: z.string().min(1).max(255),
  intermediary: kvkNumber.optional(),
  branch: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  assurance: z.string(),
  name: filled.optional(),
});

/** Roles of other systems travel in the same claim and say nothing here. */
const ourRoles = z.array(z.string()).transform((roles) => STAFF_ROLES.filter((role) => roles.includes(role)));

const staffFacts = z.object({
  sub: z.string().min(1).max(255),
  name: filled,
  roles: ourRoles,
  employers: z.array(kvkNumber).default([]),
  context: z.string().optional(),
  methods: z.array(z.string()).default([]),
});

type Known = { issuer: string; subject: string; name: string };
export type EmployerArrival = Known & {
  kind: "employer";
  /** Of the one organisation that is represented in this sign-in. */
  kvkNumber: string;
  assurance: Assurance;
  intermediaryKvkNumber: string | undefined;
  branchNumber: string | undefined;
};
export type StaffArrival = Known & {
  kind: "staff";
  roles: readonly StaffRole[];
  employers: readonly string[];
};
/** What a provider says about the person who has just signed in, in our words. */
export type Arrival = EmployerArrival | StaffArrival;

export type ArrivalRefusal = {
  reason: "unreadable" | "no-kvk-number" | "no-second-factor" | "no-duty" | "several-duties";
};

type Claims = Record<string, unknown>;
type Provider<Map> = { issuer: string; claims: Map };

/**
 * Reads what the employers' broker says. Refused: claims of another issuer or without pseudonym or level of
 * assurance, and a represented organisation that is not known by a KVK number (eIDAS).
 */
export function employerArrival(
  { issuer, claims }: Provider<EmployerClaimMap>,
  said: Claims,
): Result<EmployerArrival, ArrivalRefusal> {
  const facts = employerFacts.safeParse(factsIn(claims, said));
  if (!facts.success || said.iss !== issuer) return refuse({ reason: "unreadable" });
  const { acting, assurance, intermediary, branch, name = pseudonymName(acting) } = facts.data;
  const level = assuranceOf(assurance);
  if (!level) return refuse({ reason: "unreadable" });
  const represented = kvkNumber.safeParse(said[claims.represented]);
  if (!represented.success || (said[claims.representedKind] ?? KVK_NUMBER_KIND) !== KVK_NUMBER_KIND)
    return refuse({ reason: "no-kvk-number" });
  return ok({
    kind: "employer",
    issuer,
    subject: acting,
    name,
    kvkNumber: represented.data,
    assurance: level,
    intermediaryKvkNumber: intermediary === represented.data ? undefined : intermediary,
    branchNumber: branch,
  });
}

/**
 * Reads what the ministry's provider says. Refused: claims of another issuer or that lack what we need, a sign-in
 * without a second factor, and roles of no duty or of more than one.
 */
export function staffArrival(
  { issuer, claims, secondFactor }: Provider<StaffClaimMap> & { secondFactor: readonly string[] },
  said: Claims,
): Result<StaffArrival, ArrivalRefusal> {
  const facts = staffFacts.safeParse({ ...factsIn(claims, said), sub: said.sub });
  if (!facts.success || said.iss !== issuer) return refuse({ reason: "unreadable" });
  const { sub, name, roles, employers, context, methods } = facts.data;
  if (!hasSecondFactor({ context, methods }, secondFactor)) return refuse({ reason: "no-second-factor" });
  const duty = dutyOf(roles);
  if (!duty.ok) return duty;
  return ok({ kind: "staff", issuer, subject: sub, name, roles, employers });
}

/** The context class that was asked for, or "mfa" among the methods (RFC 8176). */
function hasSecondFactor(
  { context, methods }: { context: string | undefined; methods: readonly string[] },
  asked: readonly string[],
): boolean {
  return methods.includes("mfa") || (context !== undefined && asked.includes(context));
}

function factsIn(claims: Record<string, string>, said: Claims): Claims {
  return Object.fromEntries(Object.entries(claims).map(([fact, claim]) => [fact, said[claim]]));
}

/** A broker keeps the person's name to itself unless the service asks for it: then the pseudonym tells people apart. */
const pseudonymName = (acting: string): string => `eHerkenning ${acting.slice(0, 8)}`;
