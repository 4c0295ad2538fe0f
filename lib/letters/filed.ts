import type { Day } from "@/lib/day";
import type { Cents } from "@/lib/money";
import type { Distribution } from "@/lib/vocabulary/distribution";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";
import type { TermFrom } from "@/lib/vocabulary/term-from";

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
  /** Last day for the decision by law, and what its window says of that term. */
  dueOn: Day;
  termFrom: TermFrom;
  decisionWeeks: number;
  /** The day on which its window closes. */
  closesOn: Day;
  rulesVersion: string;
  answersVersion: number;
  trajectories: readonly { number: number; track: Track }[];
  requestedCents: Cents;
  /** Address of the page where anyone can check that a letter is real. */
  checkAt: string;
};
