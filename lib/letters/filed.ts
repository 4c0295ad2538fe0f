import type { Day } from "@/lib/day";
import type { Replaced } from "@/lib/decisions/revision";
import type { Cents } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import type { Distribution } from "@/lib/vocabulary/distribution";
import type { Outcome } from "@/lib/vocabulary/outcome";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";

/** What a letter may tell about a filed application: nothing of the participants but number and track. */
export type FiledApplication = {
  reference: string;
  scheme: Scheme;
  year: number;
  isExample: boolean;
  legalName: string;
  kvkNumber: string;
  submittedAt: Date;
  rankDay: Day;
  distribution: Distribution;
  placedBy: Distribution;
  /** Last day for the decision by law. */
  dueOn: Day;
  rulesVersion: string;
  answersVersion: number;
  trajectories: readonly { number: number; track: Track }[];
  requestedCents: Cents;
  /** Address of the page where anyone can check that a letter is real. */
  checkAt: string;
};

export type FiledDecision = {
  outcome: Outcome;
  lines: readonly AwardLine[];
  amountCents: Cents;
  grounds: readonly string[];
  explanation: string;
  decidedOn: Day;
  /** Last day to object, or to appeal when it was decided on an objection. */
  objectUntil: Day;
  /** The decision in whose place it comes, when it is a revision. */
  replaces?: Replaced | undefined;
  /** Day on which the employer asked to lower it himself. */
  askedOn?: Day | null | undefined;
  /** When we told that we meant to lower it, and when the employer said something to it. */
  heard?: { toldOn: Day; respondedOn?: Day | undefined } | undefined;
};
