import * as z from "zod";
import { ASSURANCES, type Assurance, STAFF_ROLES, type StaffRole } from "@/lib/actor";
import { type Day, isDay } from "@/lib/day";
import { ok, type Result, refuse } from "@/lib/result";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";
import { dutyOf } from "./duty";
import type { PersonKind } from "./person-kind";

const kvkNumber = z.string().regex(/^\d{8}$/);
const filled = z.string().trim().min(1).max(300);
const organisation = z.object({ kvk_number: kvkNumber, legal_name: filled });

/** A mandate for none of our schemes is none; without schemes it is for all, without an end it has none. */
const mandate = organisation.extend({
  schemes: z
    .array(z.string())
    .transform((named) => SCHEMES.filter((scheme) => named.includes(scheme)))
    .optional(),
  valid_until: z.string().refine(isDay).optional(),
});

const anyone = z.object({ iss: z.string(), sub: z.string().min(1).max(255), name: filled });

const employerClaims = anyone.extend({
  ...organisation.shape,
  loa: z.enum(ASSURANCES),
  mandates: z.array(mandate).default([]),
});

/** Roles of other systems travel in the same claim and say nothing here. */
const ourRoles = z.array(z.string()).transform((roles) => STAFF_ROLES.filter((role) => roles.includes(role)));

const staffClaims = anyone.extend({ roles: ourRoles, employer_kvk: z.array(kvkNumber).default([]) });

export type KnownOrganisation = { kvkNumber: string; legalName: string };
/** `schemes` undefined covers every scheme; `validUntil` is the last day. */
export type KnownMandate = KnownOrganisation & {
  schemes?: readonly Scheme[] | undefined;
  validUntil?: Day | undefined;
};

type Known = { issuer: string; subject: string; name: string };
/** What a provider says about the person who has just signed in, in our words. */
export type Arrival = Known &
  (
    | {
        kind: "employer";
        organisation: KnownOrganisation;
        mandates: readonly KnownMandate[];
        assurance: Assurance;
      }
    | { kind: "staff"; roles: readonly StaffRole[]; employers: readonly string[] }
  );

export type ArrivalRefusal = { reason: "unreadable" } | { reason: "no-duty" } | { reason: "several-duties" };

/**
 * Reads the claims of one provider. Refused: claims that lack what we need or come from another issuer than the
 * one we trust for this kind of person, and staff whose roles are of no duty or of more than one.
 */
export function arrivalOf(
  kind: PersonKind,
  issuer: string,
  claims: unknown,
): Result<Arrival, ArrivalRefusal> {
  return kind === "employer" ? employerOf(issuer, claims) : staffOf(issuer, claims);
}

function employerOf(issuer: string, claims: unknown): Result<Arrival, ArrivalRefusal> {
  const { success, data } = employerClaims.safeParse(claims);
  if (!success || data.iss !== issuer) return refuse({ reason: "unreadable" });
  const own = known(data);
  return ok({
    kind: "employer",
    ...personOf(data),
    organisation: own,
    mandates: data.mandates
      .filter(({ kvk_number, schemes }) => kvk_number !== own.kvkNumber && schemes?.length !== 0)
      .map(({ schemes, valid_until: validUntil, ...organisation }) => ({
        ...known(organisation),
        ...(schemes && { schemes }),
        ...(validUntil && { validUntil }),
      })),
    assurance: data.loa,
  });
}

function staffOf(issuer: string, claims: unknown): Result<Arrival, ArrivalRefusal> {
  const { success, data } = staffClaims.safeParse(claims);
  if (!success || data.iss !== issuer) return refuse({ reason: "unreadable" });
  const duty = dutyOf(data.roles);
  if (!duty.ok) return duty;
  return ok({ kind: "staff", ...personOf(data), roles: data.roles, employers: data.employer_kvk });
}

function personOf({ iss, sub, name }: z.output<typeof anyone>): Known {
  return { issuer: iss, subject: sub, name };
}

function known({ kvk_number, legal_name }: z.output<typeof organisation>): KnownOrganisation {
  return { kvkNumber: kvk_number, legalName: legal_name };
}
