import type { Assurance } from "@/lib/actor";
import type { Filing } from "@/lib/answers/answers";
import type { WindowTerm } from "@/lib/calendar/terms";
import type { Values } from "@/lib/form-state";
import type { OwnGrant } from "@/lib/state-aid/ledger";
import type { DocumentKind, Scan } from "@/lib/vocabulary/document-kinds";
import type { CheckResult, PersonCheck } from "@/lib/vocabulary/person-checks";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** Words on screen: a key under the catalogue's `checks` with the values it mentions. */
export type Because = { key: string; values?: Values };

export type Outcome = "pass" | "attention" | "fail";
/** One rule applied to one application. A fail stops filing; attention asks for a reviewer. */
export type Check = {
  id: string;
  outcome: Outcome;
  because: Because;
  /** The source of the rule as cited: "SOWIS, overzicht aanvraagcriteria". */
  article: string;
  /** The trajectory it is about, from 1; absent when it is about the application. */
  trajectory?: number;
};

/** Where the number of one person is, and what the authorities said. `missing`: it has to be typed (again). */
export type PersonStanding = { number: "kept" | "destroyed" | "missing" } & {
  [check in PersonCheck]?: CheckResult | undefined;
};

/** All data of the checks, so that they need no database and no clock. */
export type CheckContext = {
  filing: Filing;
  /** The files that came with it. */
  documents: readonly { kind: DocumentKind; scan: Scan }[];
  window: WindowTerm & { opensAt: Date; year: number };
  /** The instant of the checks: of filing, or of reading a draft. */
  now: Date;
  assurance: Assurance;
  /** The checks of persons with the authorities, by trajectory number; absent when the number is not kept. */
  persons?: Readonly<Record<number, PersonStanding>> | undefined;
  history: {
    /** The employer's name in the trade register; its KVK number as long as the register has not answered. */
    legalName: string;
    /** Other applications of this employer for this scheme in the same calendar year, not withdrawn. */
    othersThisYear: number;
    /** Years in which this employer received a grant under this scheme before. */
    grantedYears: readonly number[];
    /** Per trajectory number: references of other live applications for the same person. */
    samePerson: Readonly<
      Record<number, readonly { reference: string; scheme: Scheme; sameEmployer: boolean }[]>
    >;
    /** De-minimis aid that this portal granted to the undertaking, as far as the reader may see. */
    ownGrants: readonly OwnGrant[];
    /** Other employers that filed with the same bank account. */
    sharedIban: number;
  };
};

/** One check; its words are `<id>.<outcome>` in the catalogue, or `<id>.<variant>` where one outcome has more reasons. */
export function check(
  id: string,
  outcome: Outcome,
  article: string,
  values: Values = {},
  options: { trajectory?: number; variant?: string } = {},
): Check {
  return {
    id,
    outcome,
    article,
    because: { key: `${id}.${options.variant ?? outcome}`, values },
    ...(options.trajectory !== undefined && { trajectory: options.trajectory }),
  };
}

/** A rule that either holds or stops filing. */
export const must = (
  id: string,
  holds: boolean,
  article: string,
  values?: Values,
  options?: { trajectory?: number; variant?: string },
): Check =>
  check(id, holds ? "pass" : "fail", article, values, holds ? { ...options, variant: undefined } : options);

/** A rule that either holds or asks for a reviewer. */
export const should = (
  id: string,
  holds: boolean,
  article: string,
  values?: Values,
  options?: { trajectory?: number; variant?: string },
): Check =>
  check(
    id,
    holds ? "pass" : "attention",
    article,
    values,
    holds ? { ...options, variant: undefined } : options,
  );
