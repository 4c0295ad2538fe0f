import type { Day } from "@/lib/day";
import type { Cents } from "@/lib/money";
import type { Distribution } from "@/lib/vocabulary/distribution";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";
import type { TermFrom } from "@/lib/vocabulary/term-from";

/** The facts of a filed application for letters: of participants only number and track. */
export type FiledApplication = {
  reference: string;
  scheme: Scheme;
  year: number;
  /** Whether its window is an example or its amounts are assumptions: the letter then says so. */
  isExample: boolean;
  legalName: string;
  kvkNumber: string;
  submittedAt: Date;
  rankDay: Day;
  distribution: Distribution;
  placedBy: Distribution;
  /** Last legal day for the decision, and the term of its window. */
  dueOn: Day;
  termFrom: TermFrom;
  decisionWeeks: number;
  /** The end of the reserve list for this application. */
  reserveEndsOn: Day;
  /** The day on which its window closes. */
  closesOn: Day;
  rulesVersion: string;
  answersVersion: number;
  trajectories: readonly { number: number; track: Track }[];
  requestedCents: Cents;
  /** How the reader reaches people, and where an objection can be sent digitally. */
  support: { phone: string; email: string; objectionEmail: string };
  /** Address of the page where anyone can check that a letter is real. */
  checkAt: string;
};
