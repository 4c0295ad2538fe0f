import type { Incomplete } from "@/lib/answers/draft";
import type { RawSection } from "@/lib/form-state";
import type { Check } from "@/lib/schemes/check";
import type { State } from "@/lib/vocabulary/lifecycle";

/** The application was filed and does not change. */
export type NotADraft = { reason: "not-a-draft"; state: State };
/** A colleague saved this part since the page was made; `theirs` is what they saved. */
export type ChangedElsewhere = { reason: "changed-elsewhere"; theirs: RawSection; revision: number };

export type StartRefusal =
  | { reason: "not-open-yet"; opensAt: Date }
  | { reason: "window-closed"; closedAt: Date }
  /** The organisation has an application here that the actor's mandate does not cover. */
  | { reason: "exists-elsewhere" }
  | { reason: "application-exists"; applicationId: string; isDraft: boolean };
export type SaveRefusal = NotADraft | ChangedElsewhere;
export type AddRefusal = NotADraft | { reason: "no-more-trajectories"; most: number };
export type InviteRefusal = NotADraft | { reason: "enough-invited"; most: number };
export type SubmitRefusal =
  | Incomplete
  | NotADraft
  | { reason: "changed-since-check" }
  | { reason: "checks-failed"; failed: Check[] };
export type WithdrawRefusal = { reason: "too-late-to-withdraw"; state: State };

export type Refusal =
  | StartRefusal
  | SaveRefusal
  | AddRefusal
  | InviteRefusal
  | SubmitRefusal
  | WithdrawRefusal;
