import type { Day } from "@/lib/day";
import type { Cents } from "@/lib/money";
import type { Distribution } from "@/lib/vocabulary/distribution";
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
