import type { Assurance } from "@/lib/actor";
import type { Filing } from "@/lib/answers/answers";
import type { Trajectory } from "@/lib/answers/trajectory-answers";
import type { DocumentKind, Scan } from "@/lib/documents/document";
import type { Values } from "@/lib/i18n/format";
import type { Cents } from "@/lib/money";
import type { OwnGrant } from "@/lib/state-aid/ledger";

export const SCHEMES = ["werkgeverssubsidie", "startbaan"] as const;
export type Scheme = (typeof SCHEMES)[number];

export const TRACKS = ["general", "women"] as const;
/** Guidance track of one trajectory: guidance of women is flagged apart and has its own money. */
export type Track = (typeof TRACKS)[number];

/** Words on screen: a key under the catalogue's `checks` with the values it mentions. */
export type Because = { key: string; values?: Values };

export type Outcome = "pass" | "attention" | "fail";
/** One rule applied to one application. A fail stops filing; attention is for the reviewer's eyes. */
export type Check = {
  id: string;
  outcome: Outcome;
  because: Because;
  /** Where the rule comes from, as it is cited: "SOWIS, overzicht aanvraagcriteria". */
  article: string;
  /** The trajectory it is about, from 1; absent when it is about the application. */
  trajectory?: number;
};

/** One explained part of an award: what for, how much, on what ground. Lines add up to the award. */
export type AwardLine = {
  trajectory: number;
  track: Track;
  item: "guidance" | "womens_guidance" | "place";
  amountCents: Cents;
  article: string;
};

/** All that the checks look at: nothing is fetched, no clock is read. */
export type CheckContext = {
  filing: Filing;
  /** The files that came with it. */
  documents: readonly { kind: DocumentKind; scan: Scan }[];
  window: { opensAt: Date; closesAt: Date; year: number; decisionWeeks: number };
  /** The moment of judging: of filing, or of looking while it is a draft. */
  now: Date;
  assurance: Assurance;
  history: {
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

export type { Trajectory };

/** Line of the budget tree that a scheme's grants are booked on. */
export const leafOf = (scheme: Scheme): string =>
  scheme === "werkgeverssubsidie" ? "werkgeverssubsidie" : "startbaan-experimenten";
